package io.agentsync.syncpoint.explorer;

import java.util.Arrays;
import java.util.Optional;

/** Where deadlines pass, nobody waits for ever (SP-12); where nothing goes wrong, nobody does. */
final class EveryWaitEnds implements Invariant {

  @Override
  public Optional<String> brokenAtRest(World world) {
    boolean due = world.scenario.timeouts() || world.scenario.meets();
    return Arrays.stream(world.actors)
        .filter(actor -> due && actor.at != At.OVER && !actor.part.removes())
        .findFirst()
        .map(actor -> "%s is left behind: it still %s".formatted(actor.session(), actor.at));
  }
}
