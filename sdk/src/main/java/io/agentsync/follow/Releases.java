package io.agentsync.follow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a turn of a lane leaves to do once its lock is free: tell results, then ring. */
final class Releases {

  private final List<Runnable> tellings = new ArrayList<>();
  private final Set<String> sessions = new HashSet<>();

  void tell(Runnable telling) {
    tellings.add(telling);
  }

  void ring(String session) {
    sessions.add(session);
  }

  void tellAll() {
    tellings.forEach(Runnable::run);
  }

  /** The sessions to ring at. */
  Set<String> sessions() {
    return sessions;
  }
}
