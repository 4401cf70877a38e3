package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * One agent in a process of its own: it works, then meets the others.
 *
 * <p>{@code QuickStartAgent STORE AGENT SYNC-POINT AGENT,AGENT,… [TIMEOUT-SECONDS]}
 */
public final class QuickStartAgent extends SynchronizedAgent {

  private final String point;
  private final Set<String> everybody;
  private final Duration timeout;

  private QuickStartAgent(
      String name,
      AgentSynchronizer synchronizer,
      String point,
      Set<String> everybody,
      Duration timeout) {
    super(name, synchronizer);
    this.point = point;
    this.everybody = everybody;
    this.timeout = timeout;
  }

  @Override
  protected boolean validateConfig() {
    return everybody.contains(getName());
  }

  @Override
  protected Map<String, Object> run() throws Exception {
    say("works: counted %d primes".formatted(primesBelow(200_000)));
    say("has done its part and waits at " + point);
    SyncResult result = syncWithAgents(point, everybody, timeout).get();
    say(
        "%s in generation %d, with %s%s"
            .formatted(
                result.outcome(),
                result.generation(),
                String.join(", ", result.arrived()),
                result.missing().isEmpty()
                    ? ""
                    : "; without " + String.join(", ", result.missing())));
    return Map.of("outcome", result.outcome());
  }

  private void say(String what) {
    System.out.printf("[%s, pid %d] %s%n", getName(), ProcessHandle.current().pid(), what);
  }

  private static long primesBelow(int limit) {
    return LongStream.range(2, limit).filter(QuickStartAgent::prime).count();
  }

  private static boolean prime(long number) {
    return LongStream.rangeClosed(2, (long) Math.sqrt((double) number))
        .noneMatch(d -> number % d == 0);
  }

  /** Works, meets the others, says how that went; exits with 0 if they all came. */
  public static void main(String[] args) throws Exception {
    if (args.length < 4) {
      System.err.println(
          "usage: QuickStartAgent STORE AGENT SYNC-POINT AGENT,AGENT,… [TIMEOUT-SECONDS]");
      System.exit(2);
    }
    Set<String> everybody = new TreeSet<>(Arrays.asList(args[3].split(",", -1)));
    Duration timeout = Duration.ofSeconds(args.length > 4 ? Long.parseLong(args[4]) : 60);
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(args[0])) {
      QuickStartAgent agent =
          new QuickStartAgent(args[1], synchronizer, args[2], everybody, timeout);
      agent.execute();
      if (!agent.getSyncResult(args[2]).orElseThrow().success()) {
        System.exit(1);
      }
    }
  }
}
