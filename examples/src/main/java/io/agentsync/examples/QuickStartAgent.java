package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * One agent in a process of its own: it works, then meets the others.
 *
 * <p>{@code QuickStartAgent STORE AGENT SYNC-POINT AGENT,AGENT,… [TIMEOUT-SECONDS]}
 */
public final class QuickStartAgent {

  private QuickStartAgent() {}

  /** Works, meets the others, says how that went; exits with 0 if they all came. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length < 4) {
      System.err.println(
          "usage: QuickStartAgent STORE AGENT SYNC-POINT AGENT,AGENT,… [TIMEOUT-SECONDS]");
      System.exit(2);
    }
    String agent = args[1];
    String point = args[2];
    Set<String> everybody = new TreeSet<>(Arrays.asList(args[3].split(",", -1)));
    long seconds = args.length > 4 ? Long.parseLong(args[4]) : 60;

    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(Path.of(args[0]))) {
      say(agent, "works: counted %d primes".formatted(primesBelow(200_000)));
      say(agent, "has done its part and waits at " + point);
      SyncOptions options = SyncOptions.builder().timeout(Duration.ofSeconds(seconds)).build();
      SyncResult result = synchronizer.meet(point, agent, everybody, options);
      say(
          agent,
          "%s in generation %d, with %s%s"
              .formatted(
                  result.outcome(),
                  result.generation(),
                  String.join(", ", result.arrived()),
                  result.missing().isEmpty()
                      ? ""
                      : "; without " + String.join(", ", result.missing())));
      if (!result.success()) {
        System.exit(1);
      }
    }
  }

  private static long primesBelow(int limit) {
    return LongStream.range(2, limit).filter(QuickStartAgent::prime).count();
  }

  private static boolean prime(long number) {
    return LongStream.rangeClosed(2, (long) Math.sqrt((double) number))
        .noneMatch(d -> number % d == 0);
  }

  private static void say(String agent, String what) {
    System.out.printf("[%s, pid %d] %s%n", agent, ProcessHandle.current().pid(), what);
  }
}
