package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A record and all those before it; the same records in the same order are always one object. */
final class Tape {

  private record Link(SyncRecord written, SyncRecord landed) {}

  private final @Nullable Tape before;
  private final @Nullable Link last;
  private final int length;
  private final int id;
  private final AtomicInteger ids;
  private final Map<Link, Tape> after = new HashMap<>();
  private @Nullable SyncPoint fold;

  private Tape(@Nullable Tape before, @Nullable Link last, int length, AtomicInteger ids) {
    this.before = before;
    this.last = last;
    this.length = length;
    this.ids = ids;
    this.id = ids.incrementAndGet();
  }

  /** A journal that nobody has written to yet. */
  static Tape blank() {
    return new Tape(null, null, 0, new AtomicInteger());
  }

  /** With one more record, and with what its writer meant to write. */
  Tape with(SyncRecord written, SyncRecord landed) {
    return after.computeIfAbsent(
        new Link(written, landed), link -> new Tape(this, link, length + 1, ids));
  }

  /** What it means. */
  SyncPoint fold() {
    SyncPoint known = fold;
    if (known == null) {
      known = freshFold();
      fold = known;
    }
    return known;
  }

  /** What it means, for somebody to tell it more. */
  SyncPoint freshFold() {
    SyncPoint point = new SyncPoint();
    takeIn(point);
    return point;
  }

  /** The generation that was opened in it by that record. */
  Optional<Generation> opened(String nonce) {
    return fold().generations().stream().filter(known -> known.nonce().equals(nonce)).findFirst();
  }

  int id() {
    return id;
  }

  long epoch() {
    return fold().head().orElse(Head.FIRST).epoch();
  }

  /** The shortest part of it that means something. */
  Tape beginning() {
    return length <= 1 || before == null ? this : before.beginning();
  }

  /** The part of it up to that record; all of it if that is not there. */
  Tape upTo(String op) {
    for (Tape tape = this; tape.last != null; tape = tape.before) {
      if (Ops.of(tape.last.written()).equals(op)) {
        return tape;
      }
    }
    return this;
  }

  boolean holds(String op) {
    Tape found = upTo(op);
    return found.last != null && Ops.of(found.last.written()).equals(op);
  }

  /** Whether the writer of that arrival wrote it for this generation. */
  boolean meant(String op, long generation) {
    Tape found = upTo(op);
    return found.last != null
        && found.last.written() instanceof Arrive arrive
        && arrive.op().equals(op)
        && arrive.generation() == generation;
  }

  private void takeIn(SyncPoint point) {
    if (before != null && last != null) {
      before.takeIn(point);
      point.accept(last.landed());
    }
  }
}
