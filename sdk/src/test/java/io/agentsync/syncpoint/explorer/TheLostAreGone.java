package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** Nobody is called lost who has come, or who lives again (SP-13). */
final class TheLostAreGone implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    if (!(event instanceof Event.WasLost lost)) {
      return Optional.empty();
    }
    if (lost.generation().arrived().contains(lost.agent())) {
      return Optional.of("%s was lost, and stands".formatted(lost.agent()));
    }
    return lost.lives()
        ? Optional.of("%s was lost, and lives".formatted(lost.agent()))
        : Optional.empty();
  }
}
