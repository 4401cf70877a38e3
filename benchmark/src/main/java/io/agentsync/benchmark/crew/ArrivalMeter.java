package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.PeerKind;
import io.agentsync.benchmark.peer.Seat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Measures in this process what an arrival costs, as a multiple of a fixed loop that runs at the
 * same time. Of both it takes the processor time of the threads; what the compiler and the garbage
 * collector use is not in it.
 */
public final class ArrivalMeter {

  private static final int AGENTS = 128;
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(4);
  private static final int SLICES = 11;
  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ReferenceLoop reference = new ReferenceLoop();
  private final LongAdder arrivals = new LongAdder();

  /** One ratio for each slice of time. The agents go on meeting afterwards. */
  public List<Double> ratios() throws Exception {
    Path store = Files.createTempDirectory("agent-sync-arrivals-");
    Peer peer = PeerKind.AGENT_SYNC_PROCESS.open(store.toString());
    AgentThreads agents = new AgentThreads();
    for (int agent = 0; agent < AGENTS; agent++) {
      Seat seat = peer.seat("arrivals", agent, AGENTS);
      agents.start(agent, () -> meetOnAndOn(seat));
    }
    slice(WARM_UP_NANOS);
    List<Double> ratios = new ArrayList<>();
    for (int slice = 0; slice < SLICES; slice++) {
      ratios.add(slice(SLICE_NANOS));
    }
    delete(store);
    return ratios;
  }

  private void meetOnAndOn(Seat seat) throws Exception {
    while (true) {
      seat.meet();
      arrivals.increment();
    }
  }

  private double slice(long nanos) {
    long arrivedBefore = arrivals.sum();
    long othersBefore = others();
    long ownBefore = threads.getCurrentThreadCpuTime();
    long end = System.nanoTime() + nanos;
    long loops = 0;
    do {
      reference.run();
      loops++;
    } while (System.nanoTime() - end < 0);
    double loop = (double) (threads.getCurrentThreadCpuTime() - ownBefore) / loops;
    double arrival = (double) (others() - othersBefore) / (arrivals.sum() - arrivedBefore);
    return arrival / loop;
  }

  /** Processor time of all threads but this one. */
  private long others() {
    long own = Thread.currentThread().getId();
    long sum = 0;
    for (long thread : threads.getAllThreadIds()) {
      if (thread != own) {
        sum += Math.max(0, threads.getThreadCpuTime(thread));
      }
    }
    return sum;
  }

  /** As far as that is possible while the agents still meet in it. */
  private static void delete(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!Files.isDirectory(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
