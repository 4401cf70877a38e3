package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** Generations that count are opened in the order of their numbers, whatever was removed. */
final class NumbersOnlyGrow implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    return event instanceof Event.Opened opened && opened.number() != opened.highest() + 1
        ? Optional.of("%d was opened after %d".formatted(opened.number(), opened.highest()))
        : Optional.empty();
  }
}
