package io.agentsync.follow;

import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayList;
import java.util.List;

/** What goes out in one write, and for whom each record is. */
final class Batch {

  private static final int MOST_RECORDS = 512;

  private final List<SyncRecord> records = new ArrayList<>();
  private final List<Ticket<?>> writers = new ArrayList<>();
  private final long next;
  private boolean hasSpec;

  /** An empty one, for a point as it is now. */
  Batch(SyncPoint point) {
    this(point.nextNumber());
  }

  private Batch(long next) {
    this.next = next;
  }

  void add(SyncRecord record, Ticket<?> writer) {
    records.add(record);
    writers.add(writer);
    hasSpec |= record instanceof Declare || (record instanceof Arrive arrive && opens(arrive));
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** Nothing follows a spec in the same write: those who come behind it can point at it. */
  boolean isFull() {
    return hasSpec || records.size() == MOST_RECORDS;
  }

  List<SyncRecord> records() {
    return records;
  }

  List<Ticket<?>> writers() {
    return writers;
  }

  /** The same in as many writes as there are records. */
  List<Batch> oneByOne() {
    List<Batch> each = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      Batch single = new Batch(next);
      single.add(records.get(i), writers.get(i));
      each.add(single);
    }
    return each;
  }

  private boolean opens(Arrive arrive) {
    return arrive.generation() == next && arrive.view().spec().isPresent();
  }
}
