package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** No generation that somebody stands in is taken away (W-3). */
final class OpenIsNeverRemoved implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    return event instanceof Event.Moved moved && !moved.stale()
        ? moved
            .tape()
            .fold()
            .open()
            .map(open -> "%s stood in %d".formatted(open.arrived(), open.number()))
        : Optional.empty();
  }
}
