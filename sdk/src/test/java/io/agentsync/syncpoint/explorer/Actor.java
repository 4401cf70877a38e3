package io.agentsync.syncpoint.explorer;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Errand;
import io.agentsync.syncpoint.ErrandKeys;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process: what it holds in its memory, and where it is. */
final class Actor {

  private static final Optional<Domain> DOMAIN = Optional.of(new Domain("boot", Optional.empty()));

  final int index;
  final Part part;
  At at = At.IDLE;
  int callsLeft;
  int life = 1;
  long began;
  long told;
  int rounds;
  int ops;
  int held = Shelf.NONE;
  Tape seen;
  Head expected = Head.FIRST;
  Head leaves = Head.FIRST;
  boolean stale;
  boolean registered;
  String diedIn = "";
  @Nullable Errand<?> errand;
  @Nullable SyncRecord pending;
  private int key;

  Actor(int index, Part part, Tape blank) {
    this.index = index;
    this.part = part;
    this.callsLeft = part.times();
    this.seen = blank;
  }

  /** The same, to be changed. */
  Actor copy(Tape blank) {
    Actor copy = new Actor(index, part, blank);
    copy.at = at;
    copy.callsLeft = callsLeft;
    copy.life = life;
    copy.began = began;
    copy.told = told;
    copy.rounds = rounds;
    copy.ops = ops;
    copy.held = held;
    copy.seen = seen;
    copy.expected = expected;
    copy.leaves = leaves;
    copy.stale = stale;
    copy.registered = registered;
    copy.diedIn = diedIn;
    copy.errand = errand;
    copy.pending = pending;
    return copy;
  }

  static Moment moment(long clock) {
    return new Moment(Instant.EPOCH, DOMAIN, clock);
  }

  String session() {
    return part.name() + life;
  }

  String freshOp() {
    return session() + "." + (ops + 1);
  }

  boolean holdsNothing() {
    return held == Shelf.NONE;
  }

  boolean holdsBlank() {
    return seen.fold().blank();
  }

  /** Whether it may still have to be told of a generation, late. */
  boolean missed(Generation generation, boolean inRun) {
    return at != At.OVER
        && part.kind() == Part.Kind.AGENT
        && generation.number() > told
        && generation.spec().required().contains(part.agent())
        && (inRun || endedAfterItBegan(generation));
  }

  private boolean endedAfterItBegan(Generation generation) {
    return generation
        .end()
        .flatMap(end -> moment(began).until(end.at()))
        .filter(since -> !since.isNegative())
        .isPresent();
  }

  /** What its journal means to it. */
  SyncPoint point() {
    return holdsNothing() || holdsBlank() ? SyncPoint.startingAt(expected) : seen.fold();
  }

  /** What its journal means to it, and what came before. */
  SyncPoint recalling(List<Generation> past) {
    SyncPoint point =
        holdsNothing() || holdsBlank() ? SyncPoint.startingAt(expected) : seen.freshFold();
    point.recall(past);
    return point;
  }

  void letGo(Tape blank) {
    held = Shelf.NONE;
    seen = blank;
    expected = Head.FIRST;
  }

  void begin(boolean inRun) {
    errand = part.removes() ? null : part.errand(session(), moment(began), told, inRun);
  }

  /** Equal for two states of it that differ in nothing. */
  int key(Ids ids) {
    if (key == 0) {
      List<?> errandKey = errand == null ? List.of() : ErrandKeys.of(errand);
      key =
          ids.of(
              Arrays.asList(
                  at,
                  callsLeft,
                  life,
                  began,
                  told,
                  rounds,
                  ops,
                  held,
                  seen.id(),
                  ids.of(expected),
                  ids.of(leaves),
                  stale,
                  registered,
                  diedIn,
                  ids.of(errandKey),
                  pending == null ? 0 : ids.of(pending)));
    }
    return key;
  }
}
