package io.agentsync.syncpoint.explorer;

import io.agentsync.model.SyncOutcome;
import java.util.Optional;

/** Where nothing goes wrong, every round completes. */
final class EverybodyMeets implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    return world.scenario.meets()
            && event instanceof Event.Told told
            && told.result().outcome() != SyncOutcome.COMPLETED
        ? Optional.of("generation %d did not complete".formatted(told.result().generation()))
        : Optional.empty();
  }
}
