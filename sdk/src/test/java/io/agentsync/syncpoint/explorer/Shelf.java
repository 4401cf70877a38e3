package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.Past;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import io.agentsync.syncpoint.Withdraw;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The store: the journals of one point, which of them stands, the tombstone, the removal lock. */
final class Shelf {

  static final int NONE = -1;

  final Tape blank;
  Tape[] tapes;
  int[] history = new int[0];
  int standing = NONE;
  int lockHolder = NONE;
  Head tombstone = Head.FIRST;

  private Shelf(Tape blank, Tape[] tapes) {
    this.blank = blank;
    this.tapes = tapes;
  }

  static Shelf empty() {
    return new Shelf(Tape.blank(), new Tape[0]);
  }

  Shelf copy() {
    Shelf copy = new Shelf(blank, tapes);
    copy.history = history;
    copy.standing = standing;
    copy.lockHolder = lockHolder;
    copy.tombstone = tombstone;
    return copy;
  }

  Tape tape(int journal) {
    return tapes[journal];
  }

  /** The journal that stands; an empty one is created if there is none. */
  int create() {
    if (standing == NONE) {
      tapes = Arrays.copyOf(tapes, tapes.length + 1);
      standing = tapes.length - 1;
      tapes[standing] = blank;
    }
    return standing;
  }

  /** Moves the journal that stands away; if it was closed, it did count. */
  void move() {
    if (tapes[standing].fold().removed().isPresent()) {
      history = Arrays.copyOf(history, history.length + 1);
      history[history.length - 1] = standing;
    }
    standing = NONE;
  }

  /** What came before the journals that stand. */
  List<Generation> past() {
    Past past = new Past();
    Arrays.stream(history).forEach(journal -> past.add(tapes[journal].fold()));
    return past.generations();
  }

  /** The journal in which a generation was opened that counts. */
  Tape home(Generation generation) {
    return IntStream.concat(IntStream.of(standing), Arrays.stream(history))
        .filter(journal -> journal != NONE)
        .mapToObj(this::tape)
        .filter(tape -> tape.opened(generation.nonce()).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Whether what is in that journal is what the point means. */
  boolean counts(int journal) {
    return journal == standing && tapes[journal].epoch() >= tombstone.epoch();
  }

  /** Appends, at its end whatever it is by then; what means nothing there leaves no trace. */
  void append(int journal, SyncRecord written, Variant variant) {
    Tape tip = tapes[journal];
    SyncRecord landed = variant.landed(written, tip.fold());
    if (!plainlyVoid(landed, tip.fold())) {
      tapes = tapes.clone();
      tapes[journal] = tip.with(written, landed);
    }
  }

  private static boolean plainlyVoid(SyncRecord record, SyncPoint place) {
    if (place.removed().isPresent()) {
      return true;
    }
    Optional<String> open = place.open().map(Generation::nonce);
    if (record instanceof Timeout timeout) {
      return !open.equals(Optional.of(timeout.nonce()));
    } else if (record instanceof Lost lost) {
      return !open.equals(Optional.of(lost.nonce()));
    } else if (record instanceof Force force) {
      return !open.equals(Optional.of(force.nonce()));
    } else if (record instanceof Abort abort) {
      return !open.equals(Optional.of(abort.nonce()));
    }
    if (record instanceof Arrive arrive) {
      return ended(place, arrive.generation());
    } else if (record instanceof Withdraw withdraw) {
      return ended(place, withdraw.generation());
    }
    if (record instanceof Declare declare) {
      return open.isPresent() || declare.generation() != place.nextNumber();
    }
    return record instanceof Head && !place.blank();
  }

  private static boolean ended(SyncPoint place, long generation) {
    return place.generation(generation).filter(known -> !known.open()).isPresent();
  }
}
