package io.agentsync.cli.render;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistryStats;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The whole store as numbers. */
final class StoreMetrics {

  private StoreMetrics() {}

  static Metrics of(
      SyncStatistics meetings,
      RegistryStats agents,
      List<Problem> problems,
      Optional<Integer> unhealthy) {
    Metrics metrics = new Metrics();
    meetings(metrics, meetings);
    agents(metrics, agents);
    Metrics.Family journals = metrics.gauge("journals", "How many journals there are.");
    journals.sample(meetings.store().journals(), "kind", "standing");
    journals.sample(meetings.store().removedJournals(), "kind", "removed");
    metrics
        .gauge("history_bytes", "How much room removed journals take.")
        .sample(meetings.store().historyBytes());
    metrics
        .gauge("dead_sessions", "Sessions of processes that are gone.")
        .sample(meetings.store().deadSessions());
    metrics
        .gauge("unreadable", "How many things in the store cannot be read.")
        .sample(problems.size());
    unhealthy.ifPresent(
        number ->
            metrics
                .gauge("unhealthy", "How many sync points and agents need a look.")
                .sample(number));
    return metrics;
  }

  private static void meetings(Metrics metrics, SyncStatistics meetings) {
    Metrics.Family states = metrics.gauge("meetings", "Meetings in that state, history included.");
    for (SyncState state : SyncState.values()) {
      states.sample(meetings.in(state), "state", word(state));
    }
    Metrics.Family outcomes =
        metrics.gauge("meetings_ended", "Meetings that ended so, history included.");
    for (SyncOutcome outcome : SyncOutcome.values()) {
      long ended = meetings.byOutcome().getOrDefault(outcome, 0L);
      if (ended > 0) {
        outcomes.sample(ended, "outcome", word(outcome));
      }
    }
    meetings
        .waits()
        .ifPresent(
            waits ->
                metrics
                    .gauge("wait_seconds", "How long meetings took from the first arrival.")
                    .sample(Fields.seconds(waits.median()), "quantile", "0.5")
                    .sample(Fields.seconds(waits.p95()), "quantile", "0.95")
                    .sample(Fields.seconds(waits.longest()), "quantile", "1"));
    Metrics.Family late = metrics.gauge("times_last", "How often the agent came last.");
    meetings.stragglers().forEach(each -> late.sample(each.timesLast(), "agent", each.agent()));
  }

  private static void agents(Metrics metrics, RegistryStats agents) {
    Metrics.Family status = metrics.gauge("agents", "Registered agents that say so.");
    for (AgentStatus each : AgentStatus.values()) {
      status.sample(agents.byStatus().getOrDefault(each, 0), "status", word(each));
    }
    Metrics.Family liveness = metrics.gauge("agents_live", "Registered agents that live so.");
    for (Liveness each : Liveness.values()) {
      liveness.sample(agents.byLiveness().getOrDefault(each, 0), "liveness", word(each));
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
