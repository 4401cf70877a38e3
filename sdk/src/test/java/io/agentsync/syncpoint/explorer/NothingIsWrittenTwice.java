package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** Whoever wrote something that has landed learns what became of it, and does not try again. */
final class NothingIsWrittenTwice implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    return event instanceof Event.Repeated repeated && world.scenario.losses() == 0
        ? Optional.of(repeated.op() + " was appended twice")
        : Optional.empty();
  }
}
