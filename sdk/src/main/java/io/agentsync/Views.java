package io.agentsync;

import io.agentsync.model.Names;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the views of callers. Agents that call with the same names share one view, however many
 * they are; where they share a set that cannot change, too, that is looked through once, so that N
 * agents of one process cost N steps and not N times N.
 */
final class Views {

  /** What {@link Set#of} and {@link Set#copyOf} make. */
  private static final Set<Class<?>> UNCHANGING =
      Set.of(Set.of("one").getClass(), Set.of("one", "two", "three").getClass());

  private volatile @Nullable Made last;

  /**
   * A view.
   *
   * @param given the set that it was made of, if that cannot change
   * @param names its agents, to be found fast
   */
  private record Made(@Nullable Set<String> given, Set<String> names, Spec view) {

    static Made of(Set<String> agents, Spec view) {
      Set<String> given = UNCHANGING.contains(agents.getClass()) ? agents : null;
      return new Made(given, new HashSet<>(view.required()), view);
    }

    boolean isFor(Set<String> agents, CompletionRule rule, Duration timeout) {
      return view.rule().equals(rule) && view.timeout().equals(timeout) && holds(agents);
    }

    @SuppressWarnings("ReferenceEquality") // The very same set is known to hold the same.
    private boolean holds(@Nullable Set<String> agents) {
      if (agents == null) {
        // What the type forbids, callers may still do; it is refused in words.
        return false;
      }
      return agents == given || (agents.size() == names.size() && names.containsAll(agents));
    }
  }

  /**
   * The view of an agent, which belongs to its own set.
   *
   * @throws io.agentsync.model.InvalidRequestException if an id breaks the rule, or the set is
   *     empty
   */
  Spec of(String agent, Set<String> agents, CompletionRule rule, Duration timeout) {
    Names.require("agent id", agent);
    Made made = last;
    if (made != null && made.names().contains(agent) && made.isFor(agents, rule, timeout)) {
      return made.view();
    }
    Names.requireAll("agent id", agents);
    Spec view = Spec.viewOf(agent, agents, rule, timeout);
    if (view.required().size() == agents.size()) {
      last = Made.of(agents, view);
    }
    return view;
  }
}
