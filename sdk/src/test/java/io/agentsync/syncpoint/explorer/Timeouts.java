package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Deadline;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Timeout;

/** Ends what is overdue; and anything may be, as soon as a deadline of it runs (SP-10, SP-12). */
final class Timeouts {

  private Timeouts() {}

  static boolean possible(Actor actor) {
    return (actor.at == At.WAIT || actor.at == At.STANDS || actor.at == At.CHECK)
        && !actor.part.removes()
        && actor.point().open().filter(open -> !open.deadlines().isEmpty()).isPresent();
  }

  static void append(World world, Actor actor) {
    Generation open = actor.point().open().orElseThrow();
    Deadline deadline = open.deadlines().get(0);
    Timeout record =
        new Timeout(
            "timeout:" + deadline.id(),
            open.number(),
            open.nonce(),
            deadline.id(),
            Actor.moment(world.clock));
    if (!world.shelf.tape(actor.held).holds(Ops.of(record))) {
      Lane.append(world, actor.held, record);
    }
    actor.at = At.READ;
  }
}
