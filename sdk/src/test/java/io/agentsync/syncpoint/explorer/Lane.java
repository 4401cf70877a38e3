package io.agentsync.syncpoint.explorer;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Attendance;
import io.agentsync.syncpoint.ErrandKeys;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Step;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.Optional;

/** How a process carries its errand, cut into the steps between which others may act. */
final class Lane {

  private final World world;
  private final Actor me;
  private final Shelf shelf;
  private final Variant variant;
  private final Finding finding;

  Lane(World world, Actor me) {
    this.world = world;
    this.me = me;
    this.shelf = world.shelf;
    this.variant = world.scenario.variant();
    this.finding = new Finding(world, me);
  }

  /** Takes one step, and those after it that nobody could tell from it. */
  void step() {
    one();
    while (world.scenario.oneStepWithTheNext(me, shelf)) {
      one();
    }
  }

  private void one() {
    switch (me.at) {
      case IDLE -> begin();
      case OPEN, LOOK, TOMB, TAKE, MOVE -> finding.one();
      case READ, WAIT -> read();
      case STANDS, CHECK -> lookWhetherItStands();
      case LAST -> lastLook();
      case CREATE -> create();
      case FIRST -> first();
      case WRITE -> write();
      case AGAIN -> {
        me.expected = shelf.tombstone;
        me.at = At.DOUBT;
      }
      case DOUBT -> finding.doubt();
      case LOCK, CLOSE, CLOSED, BURY -> new Removing(world, me).one();
      case OVER -> throw new IllegalStateException();
    }
  }

  private void begin() {
    me.begin(world.scenario.inRun() && variant != Variant.REMEMBERS_NO_RUN);
    me.registered = world.scenario.lost();
    me.at = me.holdsNothing() ? At.OPEN : At.READ;
    if (me.part.removes() && !world.scenario.fine()) {
      // What it sees before it has the lock does not matter.
      me.held = shelf.standing;
      me.at = At.LOCK;
    }
    one();
  }

  private void read() {
    boolean blank = me.holdsBlank();
    me.seen = shelf.tape(me.held);
    me.at = At.CHECK;
    if (blank && !me.holdsBlank() && variant.doubtsWhatWasBlank()) {
      me.at = At.AGAIN;
    } else if (stillWaits()) {
      rememberOnlyThatItWaits();
    }
  }

  /** Lets the worlds be equal in which it has seen more or less of what does not matter to it. */
  private void rememberOnlyThatItWaits() {
    arrival().ifPresent(arrival -> me.seen = me.seen.upTo(arrival.op()));
  }

  private boolean stillWaits() {
    return me.errand instanceof Attendance attendance
        && attendance.waitsFor() > 0
        && me.point().generation(attendance.waitsFor()).filter(Generation::open).isPresent();
  }

  private void lookWhetherItStands() {
    boolean closed = !me.holdsNothing() && me.seen.fold().removed().isPresent();
    if (closed) {
      lastLook();
    } else if (!me.holdsNothing() && shelf.standing != me.held) {
      if (variant.readsBeforeLastLook()) {
        me.at = At.LAST;
      } else {
        tellOrLeave();
      }
    } else if (me.part.removes()) {
      boolean ended = me.point().newest().filter(newest -> !newest.open()).isPresent();
      me.at = ended ? At.LOCK : At.OVER;
      if (!ended) {
        me.letGo(shelf.blank);
      }
    } else {
      act();
    }
  }

  private void lastLook() {
    me.seen = shelf.tape(me.held);
    tellOrLeave();
  }

  private void tellOrLeave() {
    if (me.part.removes()) {
      me.at = At.OVER;
      me.letGo(shelf.blank);
      return;
    }
    try {
      if (me.errand.next(me.point(), now(), me.freshOp()) instanceof Step.Done<?> done) {
        done(done.result());
        return;
      }
    } catch (AgentSyncException refused) {
      // The journal that comes next may not refuse it.
    }
    finding.reopen();
  }

  private void act() {
    Step<?> step;
    try {
      step = me.errand.next(me.point(), now(), me.freshOp());
      if (step instanceof Step.Recall<?> recall) {
        SyncPoint recalled = me.recalling(variant.recalled(shelf.past()));
        step = recall.then().next(recalled, now(), me.freshOp());
      }
    } catch (AgentSyncException refused) {
      finish();
      return;
    }
    if (step instanceof Step.Append<?> append) {
      if (Ops.of(append.record()).equals(me.freshOp())) {
        me.ops++;
      }
      me.errand = append.then();
      me.pending = append.record();
      me.at = me.holdsNothing() ? At.CREATE : At.WRITE;
    } else if (step instanceof Step.Wait<?> wait) {
      me.errand = wait.then();
      me.at = At.WAIT;
      rememberOnlyThatItWaits();
    } else if (step instanceof Step.Done<?> done) {
      done(done.result());
    }
  }

  private void create() {
    me.held = shelf.create();
    me.at = At.FIRST;
  }

  private void first() {
    me.seen = shelf.tape(me.held);
    if (!me.holdsBlank() && variant.doubtsWhatItFinds()) {
      finding.reopen();
    } else {
      me.at = At.WRITE;
    }
  }

  private void write() {
    SyncRecord record = me.pending;
    boolean begins = me.holdsBlank();
    if (begins) {
      shelf.append(me.held, me.expected, variant);
    }
    Tape before = shelf.tape(me.held);
    append(world, me.held, record);
    if (before == shelf.tape(me.held) && world.scenario.losses() == 0) {
      // What left no trace gives its name back.
      me.ops--;
    }
    me.pending = null;
    me.at = begins ? At.AGAIN : At.READ;
  }

  /** Appends, and lets it be known what that did. */
  static void append(World world, int journal, SyncRecord record) {
    Shelf shelf = world.shelf;
    SyncPoint before = shelf.tape(journal).fold();
    if (shelf.tape(journal).holds(Ops.of(record))) {
      world.happened(new Event.Repeated(Ops.of(record)));
    }
    shelf.append(journal, record, world.scenario.variant());
    SyncPoint after = shelf.tape(journal).fold();
    if (after.generations().size() > before.generations().size() && shelf.counts(journal)) {
      world.happened(
          new Event.Opened(after.newest().orElseThrow().number(), world.chronicle.highest()));
    }
  }

  private void done(Object result) {
    if (result instanceof SyncResult told) {
      if (told.outcome() == SyncOutcome.WITHDRAWN) {
        arrival()
            .map(arrival -> new Event.TakenBack(me, arrival.op(), shelf.tape(me.held)))
            .ifPresent(world::happened);
      } else if (told.outcome() != SyncOutcome.MISMATCH) {
        world.happened(told(told));
        me.told = Math.max(me.told, told.generation());
        me.rounds += world.scenario.inRun() && told.success() ? 1 : 0;
      }
    }
    finish();
  }

  private Event told(SyncResult told) {
    Optional<Generation> here = me.point().generation(told.generation());
    Actor before = me.copy(shelf.blank);
    if (here.isPresent()) {
      return new Event.Told(before, told, here.get(), me.seen);
    }
    Generation past =
        shelf.past().stream()
            .filter(known -> known.number() == told.generation())
            .findFirst()
            .orElseThrow();
    Tape home = shelf.home(past);
    return new Event.Told(before, told, home.opened(past.nonce()).orElseThrow(), home);
  }

  private void finish() {
    me.errand = null;
    me.callsLeft--;
    me.at = me.callsLeft == 0 ? At.OVER : At.IDLE;
    if (me.callsLeft == 0) {
      me.letGo(shelf.blank);
    } else {
      me.seen = me.seen.beginning();
      if (!me.holdsBlank()) {
        me.expected = Head.FIRST;
      }
    }
  }

  private Optional<Arrive> arrival() {
    return me.errand == null ? Optional.empty() : ErrandKeys.arrival(me.errand);
  }

  private Moment now() {
    return Actor.moment(world.clock);
  }
}
