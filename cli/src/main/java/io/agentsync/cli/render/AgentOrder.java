package io.agentsync.cli.render;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import java.util.Comparator;
import java.util.List;

/** The order in which agents are shown: who needs a look comes first. */
public final class AgentOrder {

  private static final Comparator<AgentInfo> ORDER =
      Comparator.<AgentInfo>comparingInt(agent -> agent.status() == AgentStatus.ERROR ? 0 : 1)
          .thenComparing(agent -> LivenessMark.of(agent.liveness()))
          .thenComparing(AgentInfo::agentId);

  private AgentOrder() {}

  /** The agents in this order. */
  public static List<AgentInfo> sort(List<AgentInfo> agents) {
    return agents.stream().sorted(ORDER).toList();
  }
}
