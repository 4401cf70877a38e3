package io.agentsync.benchmark.peer;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** Connections to the Redis server of the benchmark. */
final class Redis {

  private Redis() {}

  /** A connection of one's own, on which an answer may take as long as it likes. */
  static Jedis connect(int port) {
    return new Jedis(
        new HostAndPort("127.0.0.1", port),
        DefaultJedisClientConfig.builder().socketTimeoutMillis(0).build());
  }
}
