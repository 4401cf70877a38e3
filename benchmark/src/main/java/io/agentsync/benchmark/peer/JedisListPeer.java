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
    private final String own;

    ListSeat(Jedis jedis, String key, int agent, int agents) {
      this.jedis = jedis;
      this.script = jedis.scriptLoad(ARRIVE);
      this.keys = List.of(key);
      this.arguments = List.of(Integer.toString(agents));
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
    public void close() {
      jedis.close();
    }
  }
}
