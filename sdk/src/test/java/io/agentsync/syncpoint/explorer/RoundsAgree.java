package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** In a run, the same round is the same generation to everybody, however often it begins anew. */
final class RoundsAgree implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    if (world.scenario.inRun() && event instanceof Event.Told told && told.result().success()) {
      int round = told.actor().rounds + 1;
      String known = world.chronicle.rounds().get(round);
      String now = told.generation().nonce();
      if (known != null && !known.equals(now)) {
        return Optional.of("round %d was %s to one, %s to another".formatted(round, known, now));
      }
    }
    return Optional.empty();
  }
}
