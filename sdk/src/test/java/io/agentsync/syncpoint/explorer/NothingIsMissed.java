package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Generation;
import java.util.Arrays;
import java.util.Optional;

/** Whoever is told of a generation has been told before of those that completed without it. */
final class NothingIsMissed implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    return event instanceof Event.Told told && world.shelf.history.length > 0
        ? Arrays.stream(world.shelf.history)
            .mapToObj(world.shelf::tape)
            .flatMap(tape -> tape.fold().generations().stream())
            .filter(past -> missed(told, past, world.scenario.inRun()))
            .findFirst()
            .map(past -> "%s was not told %d".formatted(told.actor().session(), past.number()))
        : Optional.empty();
  }

  private static boolean missed(Event.Told told, Generation past, boolean inRun) {
    return past.number() < told.result().generation()
        && past.completed()
        && past.spec().required().containsAll(told.actor().part.view())
        && told.actor().missed(past, inRun);
  }
}
