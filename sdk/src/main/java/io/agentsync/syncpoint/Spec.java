package io.agentsync.syncpoint;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import io.agentsync.model.SpecConflictException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a meeting needs: the view of one caller, or what a generation was opened with (SP-1, SP-2).
 *
 * @param required the agents that have to come, sorted; never empty
 * @param rule when it is complete
 * @param timeout how long it may take from the first arrival
 */
public record Spec(Set<String> required, CompletionRule rule, Duration timeout) {

  public Spec {
    required = Names.sorted(required);
    if (required.isEmpty()) {
      throw new InvalidRequestException(
          "The set of agents is empty: name at least one agent that has to come.");
    }
    if (rule instanceof CompletionRule.Quorum quorum
        && (quorum.least() < 1 || quorum.least() > required.size())) {
      throw new InvalidRequestException(
          "A quorum of %d is not possible with %d agents: use 1 to %d."
              .formatted(quorum.least(), required.size(), required.size()));
    }
  }

  /** The view of an agent, which belongs to its own set. */
  public static Spec viewOf(
      String agent, Collection<String> agents, CompletionRule rule, Duration timeout) {
    if (agents.isEmpty()) {
      return new Spec(Set.of(), rule, timeout);
    }
    TreeSet<String> required = new TreeSet<>(agents);
    required.add(agent);
    return new Spec(required, rule, timeout);
  }

  /** Whether whoever is content with {@code view} is content with this; timeouts may differ. */
  public boolean implies(Spec view) {
    return rule.equals(view.rule) && covers(view.required);
  }

  @SuppressWarnings("ReferenceEquality") // A set shared by pointing at it needs no look inside.
  private boolean covers(Set<String> agents) {
    return required == agents || required.containsAll(agents);
  }

  /** How many agents are enough; empty if all have to come. */
  Optional<Integer> quorum() {
    return rule instanceof CompletionRule.Quorum quorum
        ? Optional.of(quorum.least())
        : Optional.empty();
  }

  /** Says it in words. */
  public String words() {
    String agents = SpecConflictException.words(required);
    return rule instanceof CompletionRule.Quorum quorum
        ? "%d of the agents %s".formatted(quorum.least(), agents)
        : "the agents " + agents;
  }
}
