package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** A session is told each generation at most once, and a later one never before (SP-3). */
final class OnceAndInOrder implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    return event instanceof Event.Told told && told.result().generation() <= told.actor().told
        ? Optional.of(
            "%s was told %d after %d"
                .formatted(told.actor().session(), told.result().generation(), told.actor().told))
        : Optional.empty();
  }
}
