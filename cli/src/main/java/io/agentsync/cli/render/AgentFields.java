package io.agentsync.cli.render;

import io.agentsync.model.AgentInfo;
import java.util.Optional;
import java.util.stream.Collectors;

/** An agent as JSON and as a plain line. */
final class AgentFields {

  private AgentFields() {}

  static Fields json(AgentInfo agent) {
    Fields metadata = new Fields();
    agent.metadata().forEach(metadata::put);
    return new Fields()
        .put("id", agent.agentId())
        .put("role", agent.role())
        .put("status", agent.status().name())
        .put("liveness", agent.liveness().name())
        .time("lastSeen", Optional.of(agent.lastSeen()))
        .put("lastAction", agent.lastAction())
        .names("capabilities", agent.syncCapabilities())
        .object("metadata", metadata)
        .put("evidence", agent.evidence())
        .time("registeredAt", Optional.of(agent.registeredAt()))
        .put("waitingAt", agent.waitingAt())
        .put("process", agent.process());
  }

  static Object[] plain(AgentInfo agent) {
    return new Object[] {
      agent.agentId(),
      agent.status(),
      agent.liveness(),
      Fields.iso(agent.lastSeen()),
      agent.waitingAt(),
      agent.role(),
      agent.syncCapabilities(),
      agent.lastAction(),
      agent.process(),
      agent.evidence(),
      agent.metadata().entrySet().stream()
          .map(each -> each.getKey() + "=" + each.getValue())
          .collect(Collectors.toSet())
    };
  }
}
