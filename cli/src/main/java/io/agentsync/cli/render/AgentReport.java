package io.agentsync.cli.render;

import io.agentsync.model.AgentInfo;
import java.util.List;
import java.util.Optional;

/**
 * What was done to one agent's registration, and what it is now.
 *
 * @param store where it is
 * @param action what was asked for: the name of the mode
 * @param agentId the agent
 * @param sentence what happened
 * @param agent the agent as it is now; empty if it is no longer registered
 */
public record AgentReport(
    String store, String action, String agentId, String sentence, Optional<AgentInfo> agent)
    implements Report {

  @Override
  public List<String> table(Style style) {
    return List.of(style.plain("Store: " + store), style.plain(sentence));
  }

  @Override
  public List<String> plain() {
    return List.of(
        agent
            .map(known -> PlainLine.of(AgentFields.plain(known)))
            .orElseGet(() -> PlainLine.of(agentId, "-", "-")));
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("action", action)
        .put("agentId", agentId)
        .put("agent", agent.map(AgentFields::json).map(Fields::asMap));
  }
}
