package io.agentsync.syncpoint;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import io.agentsync.model.SpecConflictException;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting needs: the view of one caller, or what a generation was opened with (SP-1, SP-2).
 * Immutable; it may be shared by any number of calls and threads.
 */
public final class Spec {

  private final Set<String> required;
  private final CompletionRule rule;
  private final Duration timeout;

  /** The last one that was found to imply this; a race loses nothing but the finding. */
  private @Nullable Spec impliedBy;

  /**
   * A spec.
   *
   * @param required the agents that have to come; never empty
   * @param rule when it is complete
   * @param timeout how long it may take from the first arrival
   * @throws InvalidRequestException if nobody is required, or the quorum cannot be
   */
  public Spec(Collection<String> required, CompletionRule rule, Duration timeout) {
    this.required = Names.sorted(required);
    this.rule = rule;
    this.timeout = timeout;
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

  /** The agents that have to come, sorted. */
  public Set<String> required() {
    return required;
  }

  /** When it is complete. */
  public CompletionRule rule() {
    return rule;
  }

  /** How long it may take from the first arrival. */
  public Duration timeout() {
    return timeout;
  }

  /** Whether whoever is content with {@code view} is content with this; timeouts may differ. */
  @SuppressWarnings("ReferenceEquality") // What was found of this very one need not be sought anew.
  public boolean implies(Spec view) {
    if (view == this || view.impliedBy == this) {
      return true;
    }
    boolean implied = rule.equals(view.rule) && required.containsAll(view.required);
    if (implied) {
      view.impliedBy = this;
    }
    return implied;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Spec spec
            && rule.equals(spec.rule)
            && timeout.equals(spec.timeout)
            && required.equals(spec.required));
  }

  @Override
  public int hashCode() {
    return Objects.hash(required, rule, timeout);
  }

  @Override
  public String toString() {
    return words() + " within " + timeout;
  }
}
