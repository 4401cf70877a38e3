package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a test finds in a store, and puts there by hand. */
record Papers(JournalStore store) {

  /** Appends to the journal that stands, or to a new one. */
  void write(SyncRecord... records) {
    try (Journal journal = store.create(Party.POINT)) {
      journal.append(Stream.of(records).map(RecordCodec::encode).toList());
    }
  }

  /** The arrival of an agent of a process that is gone, with its view written out. */
  static Arrive arrival(String op, long generation, String agent, Moment at, String... required) {
    Spec view = new Spec(Set.of(required), CompletionRule.ALL, Party.TIMEOUT);
    return new Arrive(
        op,
        generation,
        agent,
        Optional.of("gone"),
        new View(Optional.of(view), Optional.empty()),
        Optional.empty(),
        at);
  }

  /** What can be read in the journal that stands; nothing if there is none. */
  List<SyncRecord> records() {
    return store.open(Party.POINT).map(Papers::records).orElse(List.of());
  }

  <T extends SyncRecord> List<T> records(Class<T> kind) {
    return records().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  SyncPoint fold() {
    SyncPoint point = new SyncPoint();
    records().forEach(point::accept);
    return point;
  }

  private static List<SyncRecord> records(Journal opened) {
    try (Journal journal = opened) {
      List<SyncRecord> records = new ArrayList<>();
      for (Entry entry : journal.read()) {
        try {
          records.add(RecordCodec.decode(entry.bytes()));
        } catch (DamagedRecordException | UnknownFormatException e) {
          // Void for everybody, and so for the test.
        }
      }
      return records;
    }
  }
}
