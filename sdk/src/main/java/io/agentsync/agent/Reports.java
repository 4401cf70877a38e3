package io.agentsync.agent;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import io.agentsync.model.RegistryStats;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What users are told about agents. */
public final class Reports {

  private Reports() {}

  /** One agent. */
  public static AgentInfo info(String id, Registration registration, Pulse pulse, Moment now) {
    Judgement judgement = Judgement.of(registration, pulse, now);
    return new AgentInfo(
        id,
        registration.profile().role(),
        registration.status(),
        judgement.liveness(),
        judgement.evidence(),
        registration.since().wall(),
        pulse.heard(registration).wall(),
        registration.action(),
        judgement.liveness() == Liveness.DEAD
            ? Optional.empty()
            : pulse.beat().flatMap(CellBeat::waitsAt),
        pulse.process(),
        registration.profile().capabilities(),
        registration.profile().metadata());
  }

  /** All agents, in numbers. */
  public static RegistryStats stats(List<AgentInfo> agents) {
    SortedMap<String, Integer> capabilities = new TreeMap<>();
    agents.forEach(
        agent -> agent.syncCapabilities().forEach(c -> capabilities.merge(c, 1, Integer::sum)));
    return new RegistryStats(
        agents.size(),
        count(AgentStatus.class, agents, AgentInfo::status),
        count(Liveness.class, agents, AgentInfo::liveness),
        capabilities);
  }

  private static <E extends Enum<E>> Map<E, Integer> count(
      Class<E> kinds, Collection<AgentInfo> agents, Function<AgentInfo, E> kind) {
    Map<E, Integer> counts = new EnumMap<>(kinds);
    for (E each : kinds.getEnumConstants()) {
      counts.put(each, 0);
    }
    agents.forEach(agent -> counts.merge(kind.apply(agent), 1, Integer::sum));
    return counts;
  }
}
