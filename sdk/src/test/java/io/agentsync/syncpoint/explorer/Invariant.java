package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** Something that must never be otherwise; each says in words what was wrong. */
interface Invariant {

  /** Looks at something that has just happened; the world's chronicle does not know of it yet. */
  default Optional<String> broken(World world, Event event) {
    return Optional.empty();
  }

  /** Looks at a world in which nothing more will happen by itself. */
  default Optional<String> brokenAtRest(World world) {
    return Optional.empty();
  }
}
