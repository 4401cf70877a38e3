package io.agentsync.diagnosis;

import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.SyncPoint;
import java.util.Optional;

/** Tells how journals begin and are closed. */
record JournalTeller(SyncPoint point) {

  Telling head(Head record) {
    boolean blank = point.blank();
    point.accept(record);
    if (!blank) {
      return Telling.nothing("is a beginning in the middle of a journal: void");
    }
    String agents =
        record
            .spec()
            .map(spec -> ", and goes on with the agents " + Words.list(spec.required()))
            .orElse("");
    return Telling.effect(
        record.after() == 0
            ? "journal %d begins%s".formatted(record.epoch(), agents)
            : "journal %d begins after generation %d%s"
                .formatted(record.epoch(), record.after(), agents));
  }

  Telling removed(Removed record) {
    Optional<Generation> newest = point.newest();
    boolean closed = point.removed().isPresent();
    point.accept(record);
    if (!closed && point.removed().isPresent()) {
      return Telling.effect(
          record.rotated()
              ? "closes this journal because it is long; the next one goes on"
              : "cleans the sync point up");
    }
    if (closed) {
      return Telling.nothing("comes after this journal was closed: void");
    }
    return Telling.nothing(
        newest.filter(Generation::open).isPresent()
            ? "would close this journal while generation %d is open: void"
                .formatted(newest.get().number())
            : "names a generation that is not the newest: void");
  }
}
