package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.View;
import java.util.List;
import java.util.Optional;

/** The protocol as it is, and as somebody might have built it who had not thought long enough. */
enum Variant {
  /** As it is. */
  REAL,
  /** An arrival counts in whatever generation is open where it lands (J-3). */
  ARRIVES_ANYWHERE,
  /** A journal is closed and moved away, but leaves no tombstone (J-7). */
  RESTARTS_AT_ONE,
  /** A journal is moved away, and that is all (J-7). */
  LEAVES_NOTHING,
  /** A tombstone is written and the journal moved away, but nothing closes it first (J-7). */
  DOES_NOT_CLOSE,
  /** An arrival counts whatever its view (SP-2). */
  IGNORES_VIEWS,
  /**
   * Whoever finds its journal gone takes its last look at what it had read before that; and the
   * history, which would tell it all the same, has been pruned.
   */
  LOOKS_BACK_WITHOUT_READING,
  /** Whoever has begun a journal that was removed since takes it for a stale one; pruned too. */
  DOUBTS_WITHOUT_READING,
  /** Whoever wants to begin a journal and finds one goes on in that one. */
  TRUSTS_WHAT_IT_FINDS,
  /** Whoever holds a blank journal goes on in it, whatever it has become. */
  TRUSTS_WHAT_WAS_BLANK,
  /** Whoever opens a journal knows nothing of what came before it. */
  FORGETS_THE_PAST,
  /** An agent of a run that begins anew is answered as if it were in no run (SP-4). */
  REMEMBERS_NO_RUN,
  /** Whoever has once found an agent gone calls it lost later, without another look (SP-13). */
  LOSES_WITHOUT_LOOKING,
  /** An agent is lost although it stands by then (SP-13). */
  LOSES_WHO_STANDS;

  boolean looksBeforeItCallsLost() {
    return this != LOSES_WITHOUT_LOOKING;
  }

  List<Generation> recalled(List<Generation> past) {
    return switch (this) {
      case FORGETS_THE_PAST, LOOKS_BACK_WITHOUT_READING, DOUBTS_WITHOUT_READING -> List.of();
      default -> past;
    };
  }

  boolean closes() {
    return this != LEAVES_NOTHING && this != DOES_NOT_CLOSE;
  }

  boolean buries() {
    return this != LEAVES_NOTHING && this != RESTARTS_AT_ONE;
  }

  boolean readsBeforeLastLook() {
    return this != LOOKS_BACK_WITHOUT_READING;
  }

  boolean readsBeforeItDoubts() {
    return this != DOUBTS_WITHOUT_READING;
  }

  boolean doubtsWhatItFinds() {
    return this != TRUSTS_WHAT_IT_FINDS;
  }

  boolean doubtsWhatWasBlank() {
    return this != TRUSTS_WHAT_WAS_BLANK;
  }

  /** What a record becomes where it lands. */
  SyncRecord landed(SyncRecord written, SyncPoint place) {
    Optional<Generation> open = place.open();
    if (this == LOSES_WHO_STANDS && written instanceof Lost lost && open.isPresent()) {
      return new Lost(
          lost.op(),
          lost.generation(),
          lost.nonce(),
          open.get().missing(),
          lost.reason(),
          lost.at());
    }
    if (!(written instanceof Arrive arrive) || open.isEmpty()) {
      return written;
    }
    if (this == ARRIVES_ANYWHERE) {
      return changed(arrive, open.get().number(), arrive.view());
    }
    return this == IGNORES_VIEWS && arrive.generation() == open.get().number()
        ? changed(
            arrive,
            arrive.generation(),
            new View(Optional.empty(), Optional.of(open.get().nonce())))
        : written;
  }

  private static Arrive changed(Arrive arrive, long generation, View view) {
    return new Arrive(
        arrive.op(),
        generation,
        arrive.agent(),
        arrive.session(),
        view,
        arrive.timeout(),
        arrive.at());
  }
}
