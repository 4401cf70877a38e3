package io.agentsync.benchmark.peer;

import org.redisson.Redisson;
import org.redisson.api.RCountDownLatch;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Redisson's count-down latch, a new one for each round, set by agent 0 one round ahead. */
final class RedissonPeer implements Peer {

  /** Nobody can be two rounds ahead of anybody, so this many names are enough. */
  private static final int NAMES = 4;

  private final RedissonClient client;

  RedissonPeer(int port) {
    Config config = new Config();
    config.useSingleServer().setAddress("redis://127.0.0.1:" + port);
    client = Redisson.create(config);
  }

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    latch(meeting, 0).trySetCount(agents);
    return new LatchSeat(meeting, agent, agents);
  }

  @Override
  public void close() {
    client.shutdown();
  }

  private RCountDownLatch latch(String meeting, long round) {
    return client.getCountDownLatch(meeting + ":" + round % NAMES);
  }

  private final class LatchSeat implements Seat {

    private final String meeting;
    private final int agent;
    private final int agents;
    private long round;

    LatchSeat(String meeting, int agent, int agents) {
      this.meeting = meeting;
      this.agent = agent;
      this.agents = agents;
    }

    @Override
    public void meet() throws InterruptedException {
      if (agent == 0) {
        latch(meeting, round + 1).trySetCount(agents);
      }
      RCountDownLatch latch = latch(meeting, round++);
      latch.countDown();
      latch.await();
    }
  }
}
