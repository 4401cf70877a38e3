package io.agentsync.benchmark.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;

/**
 * Redis by Jedis, woken by publishing: each agent counts itself on a connection of its own; whoever
 * makes the count full publishes that, and each process has one subscriber, who wakes its agents.
 */
final class JedisPubSubPeer implements BulkPeer {

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
    String key = key(meeting);
    return new CountedSeat(Redis.connect(port), key, agents, gate(key));
  }

  /** One connection and one pipeline, however many places. */
  @Override
  public void meetAll(List<Place> places) throws InterruptedException {
    try (Jedis jedis = Redis.connect(port)) {
      String script = jedis.scriptLoad(ARRIVE);
      List<Gate> open = new ArrayList<>(places.size());
      Pipeline pipeline = jedis.pipelined();
      for (Place place : places) {
        String key = key(place.meeting());
        open.add(gate(key));
        pipeline.evalsha(script, List.of(key), List.of(Integer.toString(place.agents()), CHANNEL));
      }
      pipeline.sync();
      for (int i = 0; i < places.size(); i++) {
        open.get(i).await(places.get(i).agents());
      }
    }
  }

  private static String key(String meeting) {
    return "publish:" + meeting;
  }

  private Gate gate(String key) {
    return gates.computeIfAbsent(key, name -> new Gate());
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
      if (Long.valueOf(full).equals(count)) {
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
