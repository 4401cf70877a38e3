package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Head;

/** How a process finds the journal that stands, and takes away those that are over (J-7). */
final class Finding {

  private final Actor me;
  private final World world;
  private final Shelf shelf;

  Finding(World world, Actor me) {
    this.me = me;
    this.world = world;
    this.shelf = world.shelf;
  }

  void one() {
    switch (me.at) {
      case OPEN -> open();
      case LOOK -> {
        me.seen = shelf.tape(me.held);
        me.at = At.TOMB;
      }
      case TOMB -> judge();
      case TAKE -> take();
      case MOVE -> move();
      default -> throw new IllegalStateException();
    }
  }

  /** Lets go of the journal it holds and looks again. */
  void reopen() {
    me.letGo(shelf.blank);
    me.pending = null;
    me.at = At.OPEN;
  }

  /** Leaves a journal that began as none should. */
  void doubt() {
    if (world.scenario.variant().readsBeforeItDoubts()) {
      me.seen = shelf.tape(me.held);
    }
    if (stale()) {
      reopen();
    } else {
      me.expected = me.holdsBlank() ? me.expected : Head.FIRST;
      me.at = world.scenario.fine() ? At.READ : At.CHECK;
    }
  }

  private void open() {
    me.held = shelf.standing;
    me.at = me.holdsNothing() ? At.TOMB : At.LOOK;
  }

  private void judge() {
    me.expected = shelf.tombstone;
    if (me.holdsNothing()) {
      if (me.expected.epoch() > 1 && shelf.standing != Shelf.NONE) {
        reopen();
      } else {
        arrive();
      }
      return;
    }
    if (me.holdsBlank()) {
      me.seen = shelf.tape(me.held);
    }
    if (me.seen.fold().removed().isPresent()) {
      takeAway(me.seen.fold().successor(), false);
    } else if (stale()) {
      takeAway(me.expected, true);
    } else {
      me.expected = me.holdsBlank() ? me.expected : Head.FIRST;
      arrive();
    }
  }

  private void arrive() {
    if (me.errand != null) {
      me.errand = me.errand.restarted();
    }
    me.at = me.part.removes() && me.holdsNothing() ? At.OVER : At.STANDS;
    if (me.at == At.OVER) {
      me.letGo(shelf.blank);
    }
  }

  private void takeAway(Head leaves, boolean stale) {
    me.leaves = leaves;
    me.stale = stale;
    me.at = At.TAKE;
  }

  private void take() {
    if (shelf.standing != me.held) {
      reopen();
    } else {
      if (world.scenario.variant().buries()) {
        shelf.tombstone = me.leaves;
      }
      shelf.lockHolder = me.index;
      me.at = At.MOVE;
    }
  }

  private void move() {
    world.happened(new Event.Moved(shelf.tape(me.held), me.stale));
    shelf.move();
    shelf.lockHolder = Shelf.NONE;
    me.leaves = Head.FIRST;
    me.stale = false;
    if (me.part.removes() && me.callsLeft == 0) {
      me.letGo(shelf.blank);
      me.at = At.OVER;
    } else {
      reopen();
    }
  }

  private boolean stale() {
    return !me.holdsBlank()
        && me.seen.fold().removed().isEmpty()
        && me.seen.epoch() < me.expected.epoch();
  }
}
