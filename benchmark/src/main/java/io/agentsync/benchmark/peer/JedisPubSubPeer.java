package io.agentsync.benchmark.peer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/**
 * Redis by Jedis, woken by publishing: each agent counts itself on a connection of its own; whoever
 * makes the count full publishes that, and each process has one subscriber, who wakes its agents.
 */
final class JedisPubSubPeer implements Peer {

  private static final String CHANNEL = "full";
  private static final String ARRIVE =
      """
      local n = redis.call('INCR', KEYS[1])
      if n % tonumber(ARGV[1]) == 0 then
        redis.call('PUBLISH', ARGV[2], KEYS[1] .. ' ' .. n)
      end
      return n
      """;

  private final int port;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final Jedis subscription;
  private final CountDownLatch subscribed = new CountDownLatch(1);

  JedisPubSubPeer(int port) throws InterruptedException {
    this.port = port;
    this.subscription = Redis.connect(port);
    Thread subscriber = new Thread(this::listen, "subscriber");
    subscriber.setDaemon(true);
    subscriber.start();
    subscribed.await();
  }

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    String key = "publish:" + meeting;
    Gate gate = gates.computeIfAbsent(key, name -> new Gate());
    return new CountedSeat(Redis.connect(port), key, agents, gate);
  }

  private void listen() {
    JedisPubSub wakeUp =
        new JedisPubSub() {
          @Override
          public void onSubscribe(String channel, int channels) {
            subscribed.countDown();
          }

          @Override
          public void onMessage(String channel, String message) {
            int blank = message.lastIndexOf(' ');
            Gate gate = gates.get(message.substring(0, blank));
            if (gate != null) {
              gate.open(Long.parseLong(message.substring(blank + 1)));
            }
          }
        };
    subscription.subscribe(wakeUp, CHANNEL);
  }

  private static final class CountedSeat implements Seat {

    private final Jedis jedis;
    private final String script;
    private final List<String> keys;
    private final List<String> arguments;
    private final int agents;
    private final Gate gate;
    private long full;

    CountedSeat(Jedis jedis, String key, int agents, Gate gate) {
      this.jedis = jedis;
      this.script = jedis.scriptLoad(ARRIVE);
      this.keys = List.of(key);
      this.arguments = List.of(Integer.toString(agents), CHANNEL);
      this.agents = agents;
      this.gate = gate;
    }

    @Override
    public void meet() throws InterruptedException {
      full += agents;
      Object count = jedis.evalsha(script, keys, arguments);
      if (count.equals(full)) {
        gate.open(full);
      } else {
        gate.await(full);
      }
    }

    @Override
    public void close() {
      jedis.close();
    }
  }
}
