package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An agent that may crash: within a run, one that is started again goes through its steps from the
 * beginning, passes the meetings that it had, and meets the others where they are.
 *
 * <p>{@code ReplayingAgent STORE RUN AGENT AGENT,AGENT,… [MEETINGS-BEFORE-THE-CRASH]}
 */
public final class ReplayingAgent extends SynchronizedAgent {

  private static final int STEPS = 3;
  private static final int KILLED = 137;

  private final Set<String> everybody;
  private final int crashAfter;

  private ReplayingAgent(
      String name, AgentSynchronizer synchronizer, Set<String> everybody, int crashAfter) {
    super(name, synchronizer);
    this.everybody = everybody;
    this.crashAfter = crashAfter;
  }

  @Override
  protected boolean validateConfig() {
    return everybody.contains(getName());
  }

  @Override
  protected Map<String, Object> run() throws Exception {
    Map<String, Object> meetings = new LinkedHashMap<>();
    for (int step = 1; step <= STEPS; step++) {
      SyncResult result = syncWithAgents("step", everybody, Duration.ofMinutes(1)).get();
      System.out.printf(
          "%s: step %d %s%s%n",
          getName(), step, result.outcome(), result.late() ? ", as it was before" : "");
      meetings.put("step" + step, result.generation());
      if (step == crashAfter) {
        // As sudden as kill -9: nothing is withdrawn, nothing deregistered.
        Runtime.getRuntime().halt(KILLED);
      }
    }
    return meetings;
  }

  /** Meets the others three times, or crashes before. */
  public static void main(String[] args) throws Exception {
    if (args.length < 4) {
      System.err.println(
          "usage: ReplayingAgent STORE RUN AGENT AGENT,AGENT,… [MEETINGS-BEFORE-THE-CRASH]");
      System.exit(2);
    }
    Set<String> everybody = new TreeSet<>(Arrays.asList(args[3].split(",", -1)));
    int crashAfter = args.length > 4 ? Integer.parseInt(args[4]) : STEPS + 1;
    try (AgentSynchronizer synchronizer =
        AgentSynchronizer.builder().store(args[0]).run(args[1]).build()) {
      new ReplayingAgent(args[2], synchronizer, everybody, crashAfter).execute();
    }
  }
}
