package io.agentsync.syncpoint.explorer;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Visits every world that a scenario can come to, the nearest ones first. */
final class Explorer {

  private static final int MOST_STATES = 20_000_000;

  private static final List<Invariant> INVARIANTS =
      List.of(
          new NobodyPassesEarly(),
          new AllOrNothing(),
          new NumbersOnlyGrow(),
          new OnceAndInOrder(),
          new NothingIsMissed(),
          new RoundsAgree(),
          new TheLostAreGone(),
          new OpenIsNeverRemoved(),
          new NothingIsWrittenTwice(),
          new EveryWaitEnds(),
          new EverybodyMeets());

  private final Scenario scenario;
  private final Ids ids = new Ids();
  private final Set<World.Key> seen = new HashSet<>();
  private final Queue<World> ahead = new ArrayDeque<>();
  private Optional<Exploration.Violation> violation = Optional.empty();
  private int rests;

  private Explorer(Scenario scenario) {
    this.scenario = scenario;
  }

  static Exploration explore(Scenario scenario) {
    return new Explorer(scenario).explore();
  }

  private Exploration explore() {
    long start = System.nanoTime();
    add(World.first(scenario));
    while (violation.isEmpty() && !ahead.isEmpty()) {
      expand(ahead.remove());
      if (seen.size() > MOST_STATES) {
        throw new IllegalStateException(scenario.name() + " has no end");
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Exploration(scenario, seen.size(), rests, millis, violation);
  }

  private void expand(World world) {
    Moves moves = Moves.of(world);
    if (moves.atRest()) {
      rests++;
      INVARIANTS.forEach(invariant -> note(invariant, world, invariant.brokenAtRest(world)));
    }
    moves.next().forEach(this::add);
  }

  private void add(World world) {
    for (Event event : world.events) {
      INVARIANTS.forEach(invariant -> note(invariant, world, invariant.broken(world, event)));
      world.chronicle = world.chronicle.with(event);
    }
    if (seen.add(world.key(ids))) {
      ahead.add(world);
    }
  }

  private void note(Invariant invariant, World world, Optional<String> broken) {
    if (violation.isEmpty() && broken.isPresent()) {
      violation =
          Optional.of(
              new Exploration.Violation(
                  invariant.getClass().getSimpleName(), broken.get(), world.trail.lines()));
    }
  }
}
