package io.agentsync;

import io.agentsync.diagnosis.Roll;
import io.agentsync.follow.AgentReader;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the registry knows of the agents that are waited for. Who is gone is asked only about those
 * who matter, and once.
 */
final class RegistryFacts {

  private final AgentReader agents;
  private final RegistrySurvey survey;
  private final Map<String, Optional<Instant>> departed = new HashMap<>();
  private final Map<String, Problem> unreadable = new HashMap<>();

  RegistryFacts(AgentReader agents) {
    this.agents = agents;
    this.survey = agents.survey();
  }

  Roll of(Collection<String> awaited) {
    List<Problem> problems = new ArrayList<>(survey.problems());
    Set<String> absent = new TreeSet<>(awaited);
    survey.agents().forEach(agent -> absent.remove(agent.agentId()));
    Map<String, Instant> gone = new HashMap<>();
    for (String agent : absent) {
      departed.computeIfAbsent(agent, this::ask).ifPresent(at -> gone.put(agent, at));
      Optional.ofNullable(unreadable.get(agent)).ifPresent(problems::add);
    }
    return new Roll(survey.agents(), gone, problems.stream().distinct().toList());
  }

  private Optional<Instant> ask(String agent) {
    try {
      return agents.departed(agent);
    } catch (StoreException e) {
      unreadable.put(agent, new Problem(e.place(), e.reason()));
      return Optional.empty();
    }
  }
}
