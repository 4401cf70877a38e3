package io.agentsync.benchmark.peer;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;

/**
 * Curator's double barrier on ZooKeeper. A round is to enter and to leave, as its documentation has
 * it. Both let everybody wait for everybody, so each for itself is a meeting.
 */
final class CuratorPeer implements Peer {

  /** Nobody can be two meetings ahead of anybody, so this many paths are enough. */
  private static final int PATHS = 4;

  private static final int RETRY_MILLIS = 1000;

  private final CuratorFramework client;

  CuratorPeer(int port) throws InterruptedException {
    client = CuratorFrameworkFactory.newClient("127.0.0.1:" + port, new RetryOneTime(RETRY_MILLIS));
    client.start();
    client.blockUntilConnected();
  }

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    return new BarrierSeat(meeting, agents);
  }

  @Override
  public void close() {
    client.close();
  }

  private final class BarrierSeat implements Seat {

    private final String meeting;
    private final int agents;
    private long meetings;
    private DoubleBarrier barrier;

    BarrierSeat(String meeting, int agents) {
      this.meeting = meeting;
      this.agents = agents;
      this.barrier = barrier();
    }

    @Override
    public void meet() throws Exception {
      if (meetings++ % 2 == 0) {
        barrier = barrier();
        barrier.enter();
      } else {
        barrier.leave();
      }
    }

    @Override
    public void round() throws Exception {
      meet();
      meet();
    }

    /** Or its node would stay as long as the process. */
    @Override
    public void close() throws Exception {
      if (meetings % 2 == 1) {
        barrier.leave();
      }
    }

    private DoubleBarrier barrier() {
      String path = "/" + meeting + "/" + meetings / 2 % PATHS;
      return new DoubleBarrier(client, path, agents);
    }
  }
}
