package io.agentsync.follow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a turn of a lane leaves to do once its lock is free: ring, then tell results. */
final class Releases {

  private final List<Runnable> tellings = new ArrayList<>();
  private int outcomes;
  private final Set<String> sessions = new HashSet<>();

  void tell(Runnable telling) {
    tellings.add(telling);
  }

  /** As {@link #tell}, of somebody who is told how a generation has ended. */
  void tellOutcome(Runnable telling) {
    tell(telling);
    outcomes++;
  }

  void ring(String session) {
    sessions.add(session);
  }

  /** How many are told how a generation has ended. */
  int outcomes() {
    return outcomes;
  }

  /** Tells all; what goes wrong with one keeps the others from nothing. */
  void tellAll() {
    RuntimeException failure = null;
    for (Runnable telling : tellings) {
      try {
        telling.run();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** The sessions to ring at. */
  Set<String> sessions() {
    return sessions;
  }
}
