package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.Optional;

/** The journals of sync points. */
enum SyncPointJournals implements JournalKind<SyncRecord, SyncPoint> {
  KIND;

  @Override
  public SyncPoint empty() {
    return new SyncPoint();
  }

  @Override
  public SyncPoint startingAt(SyncRecord head) {
    return SyncPoint.startingAt((Head) head);
  }

  @Override
  public void accept(SyncPoint point, SyncRecord record) {
    point.accept(record);
  }

  @Override
  public boolean blank(SyncPoint point) {
    return point.blank();
  }

  @Override
  public boolean closed(SyncPoint point) {
    return point.removed().isPresent();
  }

  @Override
  public boolean known(SyncPoint point) {
    return point.newestSpec().isPresent();
  }

  @Override
  public long epoch(SyncPoint point) {
    return point.head().orElse(Head.FIRST).epoch();
  }

  @Override
  public SyncRecord successor(SyncPoint point) {
    return point.successor();
  }

  @Override
  public SyncRecord firstHead() {
    return Head.FIRST;
  }

  @Override
  public boolean isHead(SyncRecord record) {
    return record instanceof Head;
  }

  @Override
  public long epochOf(SyncRecord head) {
    return ((Head) head).epoch();
  }

  @Override
  public Optional<Moment> removedBefore(SyncRecord head) {
    return ((Head) head).at();
  }

  @Override
  public byte[] encode(SyncRecord record) {
    return RecordCodec.encode(record);
  }

  @Override
  public SyncRecord decode(byte[] bytes) throws DamagedRecordException, UnknownFormatException {
    return RecordCodec.decode(bytes);
  }
}
