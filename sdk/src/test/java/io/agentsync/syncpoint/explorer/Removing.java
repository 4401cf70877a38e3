package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Removal;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.Step;
import io.agentsync.syncpoint.SyncPoint;
import java.util.Optional;

/** How a process closes a journal whose newest generation has ended, and takes it away (W-3). */
final class Removing {

  private final World world;
  private final Actor me;
  private final Shelf shelf;
  private final Variant variant;

  Removing(World world, Actor me) {
    this.world = world;
    this.me = me;
    this.shelf = world.shelf;
    this.variant = world.scenario.variant();
  }

  void one() {
    switch (me.at) {
      case LOCK -> {
        shelf.lockHolder = me.index;
        me.seen = shelf.tape(me.held);
        judge();
      }
      case CLOSE -> {
        Lane.append(world, me.held, me.pending);
        me.at = At.CLOSED;
      }
      case CLOSED -> {
        me.seen = shelf.tape(me.held);
        judge();
      }
      case BURY -> {
        shelf.tombstone = me.leaves;
        me.at = At.MOVE;
      }
      default -> throw new IllegalStateException();
    }
  }

  private void judge() {
    SyncPoint point = me.seen.fold();
    if (!variant.closes()) {
      judgeWithoutClosing(point);
      return;
    }
    Optional<Removed> written = Optional.ofNullable(me.pending).map(Removed.class::cast);
    Step<Boolean> step =
        new Removal(me.part.kind() == Part.Kind.ROTATE, wanted -> true, written)
            .next(point, Actor.moment(world.clock), me.freshOp());
    if (step instanceof Step.Append<Boolean> append && shelf.standing == me.held) {
      me.ops++;
      me.pending = append.record();
      me.at = At.CLOSE;
    } else if (step instanceof Step.Done<Boolean> done && done.result()) {
      take(point.successor());
    } else {
      finish();
    }
  }

  private void judgeWithoutClosing(SyncPoint point) {
    boolean ended = point.newest().map(Generation::open).filter(open -> !open).isPresent();
    if (!ended || shelf.standing != me.held) {
      finish();
    } else {
      take(
          new Head(
              me.seen.epoch() + 1,
              point.nextNumber() - 1,
              0,
              Optional.empty(),
              false,
              Optional.of(Actor.moment(world.clock))));
    }
  }

  private void take(Head leaves) {
    me.leaves = leaves;
    me.callsLeft = 0;
    me.pending = null;
    me.at = variant.buries() ? At.BURY : At.MOVE;
  }

  private void finish() {
    me.pending = null;
    me.callsLeft = 0;
    shelf.lockHolder = Shelf.NONE;
    me.letGo(shelf.blank);
    me.at = At.OVER;
  }
}
