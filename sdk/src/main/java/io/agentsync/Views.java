package io.agentsync;

import io.agentsync.model.Names;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the views of callers. A set that cannot change is looked through once, however many of its
 * agents call with it, so that N agents of one process cost N steps and not N times N.
 */
final class Views {

  /** What {@link Set#of} and {@link Set#copyOf} make. */
  private static final Set<Class<?>> UNCHANGING =
      Set.of(Set.of("one").getClass(), Set.of("one", "two", "three").getClass());

  private volatile @Nullable Made last;

  private record Made(Set<String> agents, Spec view) {
    @SuppressWarnings("ReferenceEquality") // Only the very same set is known to hold the same.
    boolean isFor(Set<String> others, CompletionRule rule, Duration timeout) {
      return agents == others && view.rule().equals(rule) && view.timeout().equals(timeout);
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
    if (made != null
        && made.isFor(agents, rule, timeout)
        && made.view().required().contains(agent)) {
      return made.view();
    }
    Names.requireAll("agent id", agents);
    Spec view = Spec.viewOf(agent, agents, rule, timeout);
    if (neverChanges(agents) && view.required().size() == agents.size()) {
      last = new Made(agents, view);
    }
    return view;
  }

  private static boolean neverChanges(Set<String> agents) {
    return UNCHANGING.contains(agents.getClass());
  }
}
