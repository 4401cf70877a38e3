package io.agentsync.benchmark.peer;

import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/**
 * Redis by Jedis, woken by lists: each agent has a connection and a list of its own; it counts
 * itself and blocks on its list in one write, and whoever makes the count full fills all lists.
 */
final class JedisListPeer implements Peer {

  private static final String ARRIVE =
      """
      local n = redis.call('INCR', KEYS[1])
      local all = tonumber(ARGV[1])
      if n % all == 0 then
        for i = 0, all - 1 do redis.call('RPUSH', KEYS[1] .. ':' .. i, n) end
      end
      return n
      """;
  private static final String HAND_OVER =
      """
      redis.call('HSET', KEYS[1] .. ':payloads:' .. ARGV[2], ARGV[3], ARGV[4])
      """;

  /** Nobody can be two rounds ahead of anybody, so this many keys for payloads are enough. */
  private static final int KEYS = 4;

  private final int port;

  JedisListPeer(int port) {
    this.port = port;
  }

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    return new ListSeat(Redis.connect(port), "list:" + meeting, agent, agents);
  }

  private static final class ListSeat implements Seat {

    private final Jedis jedis;
    private final String script;
    private final List<String> keys;
    private final List<String> arguments;
    private final String agents;
    private final String agent;
    private final String own;
    private final String handOver;
    private long round;

    ListSeat(Jedis jedis, String key, int agent, int agents) {
      this.jedis = jedis;
      this.script = jedis.scriptLoad(ARRIVE);
      this.keys = List.of(key);
      this.agents = Integer.toString(agents);
      this.agent = Integer.toString(agent);
      this.arguments = List.of(this.agents);
      this.handOver = jedis.scriptLoad(HAND_OVER + ARRIVE);
      this.own = key + ":" + agent;
    }

    @Override
    public void meet() {
      Pipeline pipeline = jedis.pipelined();
      pipeline.evalsha(script, keys, arguments);
      pipeline.blpop(0, own);
      pipeline.sync();
    }

    @Override
    public int exchange(String payload) {
      String number = Long.toString(round++ % KEYS);
      Pipeline pipeline = jedis.pipelined();
      pipeline.evalsha(handOver, keys, List.of(agents, number, agent, payload));
      pipeline.blpop(0, own);
      pipeline.sync();
      return jedis.hvals(keys.get(0) + ":payloads:" + number).stream()
          .mapToInt(String::length)
          .sum();
    }

    @Override
    public void close() {
      jedis.close();
    }
  }
}
