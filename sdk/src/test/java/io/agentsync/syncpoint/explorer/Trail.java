package io.agentsync.syncpoint.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a world came about: step by step, for people. */
record Trail(@Nullable Trail before, Actor actor, @Nullable String did, List<Event> events) {

  static final Trail START = new Trail(null, null, null, List.of());

  /** One line for each step, the first one first. */
  String lines() {
    Deque<String> lines = new ArrayDeque<>();
    for (Trail trail = this; trail != null && trail.before != null; trail = trail.before) {
      StringBuilder line =
          new StringBuilder(trail.actor.session()).append(' ').append(trail.what());
      trail.events.forEach(event -> line.append(words(event)));
      lines.addFirst(line.toString());
    }
    return String.join(System.lineSeparator(), lines);
  }

  private String what() {
    if (did != null) {
      return did;
    }
    return actor.pending == null || (actor.at != At.WRITE && actor.at != At.CLOSE)
        ? actor.at.words()
        : actor.at.words() + " " + Ops.words(actor.pending);
  }

  private static String words(Event event) {
    if (event instanceof Event.Told told) {
      return " and is told: generation %d (opened by %s) %s, arrived %s"
          .formatted(
              told.result().generation(),
              told.generation().nonce(),
              told.result().outcome(),
              told.result().arrived());
    }
    return event instanceof Event.TakenBack ? " and is told: WITHDRAWN" : "";
  }
}
