package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Attendance;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything that can happen next in a world. */
final class Moves {

  private final World world;
  private final List<World> next = new ArrayList<>();
  private boolean atRest = true;

  private Moves(World world) {
    this.world = world;
  }

  static Moves of(World world) {
    Moves moves = new Moves(world);
    for (Actor actor : world.actors) {
      moves.ofActor(actor);
    }
    world.floating.ifPresent(moves::landing);
    return moves;
  }

  List<World> next() {
    return next;
  }

  /** Whether nothing can happen any more but looks that see nothing new. */
  boolean atRest() {
    return atRest;
  }

  private void ofActor(Actor actor) {
    if (actor.at == At.OVER) {
      return;
    }
    if (!cannotBegin(actor)
        && !(looksInVain(actor) && !(world.scenario.fine() && world.scenario.moves()))) {
      atRest &= looksInVain(actor);
      add(actor, null, (after, me) -> new Lane(after, me).step());
    }
    if (world.scenario.endsOverdue(actor)) {
      atRest = false;
      add(actor, "finds the generation overdue and appends timeout", Timeouts::append);
    }
    for (String gone : Losses.lostTo(world, actor)) {
      atRest = false;
      add(
          actor,
          "finds out that " + gone + " is gone and appends lost",
          (after, me) -> Losses.append(after, me, gone));
    }
    if (world.scenario.mayHit(actor)) {
      disturbances(actor);
    }
  }

  private void disturbances(Actor actor) {
    if (world.cancels > 0 && canBeTakenBack(actor)) {
      atRest = false;
      add(actor, "takes its call back", Moves::cancel);
    }
    if (world.crashes > 0 && actor.at != At.IDLE) {
      add(actor, "is killed", Moves::crash);
    }
    if (world.losses > 0 && actor.at == At.WRITE && actor.pending instanceof Arrive) {
      add(actor, "appends what does not land yet: " + Ops.words(actor.pending), Moves::lose);
    }
  }

  private void landing(World.Floating floating) {
    Actor anybody = world.actors[0];
    add(
        anybody,
        "sees nothing of it, but this lands: " + Ops.words(floating.record()),
        (after, me) -> {
          after.floating = Optional.empty();
          Lane.append(after, floating.journal(), floating.record());
          after.events.removeIf(Event.Repeated.class::isInstance);
        });
  }

  private void add(Actor actor, @Nullable String what, BiConsumer<World, Actor> how) {
    World after = world.next(actor);
    how.accept(after, after.actors[actor.index]);
    after.trail = new Trail(world.trail, actor, what, after.events);
    next.add(after);
  }

  private boolean cannotBegin(Actor actor) {
    boolean idle = actor.at == At.IDLE && actor.part.removes() && !world.scenario.fine();
    return (idle && nothingToRemove())
        || ((idle || actor.at == At.TAKE || actor.at == At.LOCK)
            && world.shelf.lockHolder != Shelf.NONE);
  }

  private boolean nothingToRemove() {
    Shelf shelf = world.shelf;
    return shelf.standing == Shelf.NONE
        || shelf.tape(shelf.standing).fold().newest().filter(last -> !last.open()).isEmpty();
  }

  private boolean looksInVain(Actor actor) {
    return actor.at == At.WAIT
        && world.shelf.standing == actor.held
        && actor.errand instanceof Attendance attendance
        && world
            .shelf
            .tape(actor.held)
            .fold()
            .generation(attendance.waitsFor())
            .filter(Generation::open)
            .isPresent();
  }

  private static boolean canBeTakenBack(Actor actor) {
    return actor.at == At.WAIT
        || (actor.at == At.READ
            && actor.errand instanceof Attendance attendance
            && attendance != attendance.givenUp());
  }

  private static void cancel(World after, Actor me) {
    after.cancels--;
    me.errand = ((Attendance) me.errand).givenUp();
    me.at = At.READ;
  }

  private static void crash(World after, Actor me) {
    after.crashes--;
    if (after.shelf.lockHolder == me.index) {
      after.shelf.lockHolder = Shelf.NONE;
    }
    if (after.scenario.lost()) {
      me.registered = false;
      me.diedIn = Losses.openNow(after);
    }
    me.letGo(after.shelf.blank);
    me.errand = null;
    me.pending = null;
    me.leaves = Head.FIRST;
    me.stale = false;
    me.told = 0;
    me.rounds = 0;
    me.ops = 0;
    me.at = me.part.kind() == Part.Kind.AGENT ? At.IDLE : At.OVER;
    if (me.at == At.IDLE) {
      me.life++;
      // In a run it repeats what it has done.
      me.callsLeft = after.scenario.inRun() ? me.part.times() : me.callsLeft;
      me.began = after.clock + 1;
      after.clock += 2;
    }
  }

  private static void lose(World after, Actor me) {
    after.losses--;
    if (me.holdsBlank()) {
      after.shelf.append(me.held, me.expected, after.scenario.variant());
    }
    after.floating = Optional.of(new World.Floating(me.held, me.pending));
    me.at = me.holdsBlank() ? At.AGAIN : At.READ;
    me.pending = null;
  }
}
