package io.agentsync.syncpoint.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The usual casts of scenarios. */
final class Casts {

  static final Set<String> AB = Set.of("a", "b");
  static final Set<String> BC = Set.of("b", "c");
  static final Set<String> ABC = Set.of("a", "b", "c");

  static final Part CLEAN = Part.once(Part.Kind.CLEAN);
  static final Part ROTATE = Part.once(Part.Kind.ROTATE);
  static final Part FORCE = Part.once(Part.Kind.FORCE);
  static final Part ABORT = Part.once(Part.Kind.ABORT);

  private Casts() {}

  /** Two agents that expect one another. */
  static Part[] two(int calls, Part... others) {
    return cast(others, Part.agent("a", AB, calls), Part.agent("b", AB, calls));
  }

  /** Three agents that expect one another. */
  static Part[] three(int calls, Part... others) {
    return cast(
        others,
        Part.agent("a", ABC, calls),
        Part.agent("b", ABC, calls),
        Part.agent("c", ABC, calls));
  }

  /**
   * One agent meets itself, and is removed, while two others may have looked before and write
   * after; the second of them may have found nothing to join before.
   */
  static Part[] oldStories(Part second) {
    return cast(
        new Part[] {CLEAN}, Part.agent("a", Set.of("a"), 1), Part.agent("b", BC, 1), second);
  }

  private static Part[] cast(Part[] others, Part... agents) {
    List<Part> all = new ArrayList<>(List.of(agents));
    all.addAll(Arrays.asList(others));
    return all.toArray(new Part[0]);
  }
}
