package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** All who are told about a number are told the same generation, outcome and sets (SP-9). */
final class AllOrNothing implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    if (event instanceof Event.Told told) {
      Chronicle.Fact known = world.chronicle.told().get(told.result().generation());
      Chronicle.Fact now = Chronicle.Fact.of(told);
      if (known != null && !known.equals(now)) {
        return Optional.of("one was told %s, another %s".formatted(known, now));
      }
    }
    return Optional.empty();
  }
}
