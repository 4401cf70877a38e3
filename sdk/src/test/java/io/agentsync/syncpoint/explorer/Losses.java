package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Attendance;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Lost;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Ends what an agent is missing in that was killed after it was opened (SP-13). */
final class Losses {

  private Losses() {}

  /** The generation that is open where it counts; nothing if none is. */
  static String openNow(World world) {
    int standing = world.shelf.standing;
    return standing == Shelf.NONE || !world.shelf.counts(standing)
        ? ""
        : world.shelf.tape(standing).fold().open().map(Generation::nonce).orElse("");
  }

  /** The agents that somebody who waits may take for lost. */
  static List<String> lostTo(World world, Actor waiter) {
    if (!world.scenario.lost() || waiter.at != At.WAIT) {
      return List.of();
    }
    return waitedFor(waiter)
        .map(open -> open.missing().stream().filter(id -> gone(world, open, id)).toList())
        .orElse(List.of());
  }

  static void append(World world, Actor waiter, String gone) {
    Generation open = waitedFor(waiter).orElseThrow();
    String op = "lost:" + open.nonce() + ":" + gone;
    Lost record =
        new Lost(op, open.number(), open.nonce(), Set.of(gone), "gone", Actor.moment(world.clock));
    int held = waiter.held;
    if (!world.shelf.tape(held).holds(op)) {
      Lane.append(world, held, record);
      world
          .shelf
          .tape(held)
          .opened(open.nonce())
          .filter(now -> now.end().filter(end -> end.op().equals(op)).isPresent())
          .ifPresent(ended -> world.happened(new Event.WasLost(gone, ended, lives(world, gone))));
    }
    waiter.at = At.READ;
  }

  private static Optional<Generation> waitedFor(Actor waiter) {
    return waiter.errand instanceof Attendance attendance
        ? waiter.point().generation(attendance.waitsFor()).filter(Generation::open)
        : Optional.empty();
  }

  private static boolean gone(World world, Generation open, String agent) {
    return processesOf(world, agent).anyMatch(actor -> actor.diedIn.equals(open.nonce()))
        && (!world.scenario.variant().looksBeforeItCallsLost() || !lives(world, agent));
  }

  private static boolean lives(World world, String agent) {
    return processesOf(world, agent).anyMatch(actor -> actor.registered);
  }

  private static Stream<Actor> processesOf(World world, String agent) {
    return Arrays.stream(world.actors).filter(actor -> actor.part.agent().equals(agent));
  }
}
