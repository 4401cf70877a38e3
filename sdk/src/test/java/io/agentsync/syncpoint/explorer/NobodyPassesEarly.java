package io.agentsync.syncpoint.explorer;

import io.agentsync.model.Names;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.Claim;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whoever is told COMPLETED: all whom it expects have come to that very meeting, and stayed. */
final class NobodyPassesEarly implements Invariant {

  @Override
  public Optional<String> broken(World world, Event event) {
    if (event instanceof Event.Told told && told.result().outcome() == SyncOutcome.COMPLETED) {
      return expected(told).stream()
          .filter(agent -> !came(world, told, agent))
          .findFirst()
          .map(agent -> "%s passed without %s".formatted(told.actor().session(), agent));
    }
    if (event instanceof Event.TakenBack back
        && back.tip().fold().generations().stream()
            .flatMap(generation -> generation.claims().stream())
            .anyMatch(claim -> claim.op().equals(back.claim()))) {
      return Optional.of("%s was taken back, and counts".formatted(back.claim()));
    }
    return Optional.empty();
  }

  private static Set<String> expected(Event.Told told) {
    Set<String> view = told.actor().part.view();
    Set<String> all = new TreeSet<>(view.isEmpty() ? told.result().required() : view);
    all.add(told.actor().part.agent());
    return Names.sorted(all);
  }

  private static boolean came(World world, Event.Told told, String agent) {
    return told.generation().claims().stream()
        .filter(claim -> claim.agent().equals(agent))
        .map(Claim::op)
        .anyMatch(
            op ->
                told.seen().meant(op, told.generation().number())
                    && !world.chronicle.takenBack().contains(op));
  }
}
