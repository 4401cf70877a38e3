package io.agentsync.cli.command;

import io.agentsync.cli.render.Unhealthy;
import io.agentsync.cli.render.Unhealthy.Kind;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Finding;
import io.agentsync.model.Liveness;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what needs a look: sync points that are not healthy, agents that failed or are gone. */
record HealthCheck(List<SyncDiagnosis> points, RegistrySurvey agents) {

  List<Unhealthy> unhealthy() {
    return Stream.concat(
            points.stream().flatMap(point -> of(point).stream()),
            agents.agents().stream().flatMap(agent -> of(agent).stream()))
        .toList();
  }

  private static Optional<Unhealthy> of(SyncDiagnosis point) {
    return point.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .findFirst()
        .map(Finding::message)
        .map(message -> new Unhealthy(Kind.SYNC_POINT, name(point.status()), message));
  }

  private static String name(SyncStatus point) {
    return point.syncId() + point.run().map(run -> " (run " + run + ")").orElse("");
  }

  private static Optional<Unhealthy> of(AgentInfo agent) {
    boolean gone = agent.liveness() == Liveness.DEAD || agent.liveness() == Liveness.SUSPECT;
    if (!gone && agent.status() != AgentStatus.ERROR) {
      return Optional.empty();
    }
    String reason =
        gone
            ? "is %s: %s".formatted(agent.liveness(), agent.evidence())
            : "says that it failed" + agent.lastAction().map(action -> ": " + action).orElse("");
    return Optional.of(new Unhealthy(Kind.AGENT, agent.agentId(), reason));
  }
}
