package io.agentsync.syncpoint.explorer;

import static io.agentsync.syncpoint.explorer.Casts.AB;
import static io.agentsync.syncpoint.explorer.Casts.ABC;
import static io.agentsync.syncpoint.explorer.Casts.ABORT;
import static io.agentsync.syncpoint.explorer.Casts.BC;
import static io.agentsync.syncpoint.explorer.Casts.CLEAN;
import static io.agentsync.syncpoint.explorer.Casts.FORCE;
import static io.agentsync.syncpoint.explorer.Casts.ROTATE;
import static io.agentsync.syncpoint.explorer.Casts.oldStories;
import static io.agentsync.syncpoint.explorer.Casts.three;
import static io.agentsync.syncpoint.explorer.Casts.two;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** All that can happen in small meetings: every invariant holds in every order of the steps. */
class ProtocolExplorationTest {

  /** Explores it to the end. */
  static void holds(Scenario scenario) {
    Exploration exploration = Explorer.explore(scenario);
    System.out.println(exploration);
    assertThat(exploration.violation()).as(exploration.toString()).isEmpty();
    assertThat(exploration.rests()).isPositive();
  }

  @Test
  void everybodyMeets_twoRounds() {
    holds(Scenario.of("two rounds", three(2)).whereEverybodyMeets());
  }

  @Test
  void everybodyMeets_cleanup() {
    holds(Scenario.of("cleanup of three", three(1, CLEAN)).whereEverybodyMeets());
    holds(Scenario.of("cleanup and reopening", two(2, CLEAN)).whereEverybodyMeets().finely());
    holds(Scenario.of("cleanup in three rounds", two(3, CLEAN)).whereEverybodyMeets());
  }

  @Test
  void everybodyMeets_rotation() {
    holds(Scenario.of("rotation", two(2, ROTATE)).whereEverybodyMeets().finely());
    holds(Scenario.of("cleanup and rotation", two(2, CLEAN, ROTATE)).whereEverybodyMeets());
    holds(Scenario.of("both among three", three(1, CLEAN, ROTATE)).whereEverybodyMeets());
  }

  @Test
  void everybodyMeets_removerKilled() {
    holds(
        Scenario.of("remover killed", two(2, CLEAN))
            .withCrash("clean")
            .whereEverybodyMeets()
            .finely());
  }

  @Test
  void everybodyMeets_declared() {
    holds(Scenario.of("declared", three(1, Part.declaring(ABC))).whereEverybodyMeets());
    holds(
        Scenario.of(
            "joined as declared",
            Part.joining("a", 1),
            Part.joining("b", 1),
            Part.agent("c", ABC, 1),
            Part.declaring(ABC)));
  }

  @Test
  void everyWaitEnds_timeout() {
    holds(Scenario.of("timeout", three(1)).withTimeouts());
    holds(Scenario.of("timeout in two rounds", two(2)).withTimeouts());
  }

  @Test
  void everyWaitEnds_timeoutAndWithdraw() {
    holds(Scenario.of("timeout and withdraw", three(1)).withTimeouts().withCancel());
  }

  @Test
  void everyWaitEnds_timeoutAndCleanup() {
    holds(Scenario.of("timeout and cleanup", two(2, CLEAN)).withTimeouts());
  }

  @Test
  void everyWaitEnds_timeoutAndRestart() {
    holds(Scenario.of("timeout and restart", two(1)).withTimeouts().withCrash());
  }

  @Test
  void allOrNothing_force() {
    holds(Scenario.of("force", three(1, FORCE)));
    holds(Scenario.of("force in two rounds", two(2, FORCE)));
  }

  @Test
  void allOrNothing_abort() {
    holds(Scenario.of("abort", three(1, ABORT)));
    holds(Scenario.of("abort in two rounds", two(2, ABORT)));
  }

  @Test
  void allOrNothing_withdraw() {
    holds(Scenario.of("withdraw", three(1)).withCancel());
    holds(Scenario.of("withdraw in two rounds", two(2)).withCancel());
  }

  @Test
  void allOrNothing_restart() {
    holds(Scenario.of("restart", three(1)).withCrash());
    holds(Scenario.of("restart in two rounds", two(2)).withCrash());
  }

  @Test
  void allOrNothing_forceAndRestart() {
    holds(Scenario.of("force and restart", two(2, FORCE)).withCrash());
  }

  @Test
  void allOrNothing_lateArrival() {
    holds(Scenario.of("late arrival", three(1)).withLoss());
    holds(Scenario.of("late arrival, taken back", two(2)).withLoss().withCancel());
    holds(Scenario.of("late arrival and cleanup", two(2, CLEAN)).withLoss());
  }

  @Test
  void allOrNothing_cleanupAndRestart() {
    holds(Scenario.of("cleanup and restart", two(2, CLEAN)).withCrash());
  }

  @Test
  void allOrNothing_cleanupAndStaleCreators() {
    holds(Scenario.of("stale creators", oldStories(Part.agent("c", BC, 1))));
    holds(
        Scenario.of("stale creators, timeout", oldStories(Part.agent("c", BC, 1))).withTimeouts());
    holds(Scenario.of("stale creators, holder of a blank", oldStories(Part.joining("c", 2))));
  }

  @Test
  void nothingIsMissed_cleanup() {
    holds(Scenario.of("force and cleanup", two(1, CLEAN, FORCE)).finely());
    holds(Scenario.of("force and cleanup of three", three(1, CLEAN, FORCE)));
  }

  @Test
  void roundsAgree_restartInARun() {
    holds(Scenario.of("restart in a run", two(2)).withCrash("a").whereEverybodyMeets().inOneRun());
    holds(
        Scenario.of("cleanup and restart in a run", two(2, CLEAN))
            .withCrash("a")
            .whereEverybodyMeets()
            .inOneRun());
    holds(
        Scenario.of("rotation and restart in a run, finely", two(1, ROTATE))
            .withCrash("a")
            .whereEverybodyMeets()
            .inOneRun()
            .finely());
    holds(Scenario.of("abort and restart in a run", two(2, ABORT)).withCrash("a").inOneRun());
  }

  @Test
  void theLostAreGone() {
    holds(Scenario.of("lost agent", three(1)).withLostAgent());
    holds(Scenario.of("lost agent in two rounds", two(2)).withLostAgent());
    holds(Scenario.of("lost agent and timeout", two(1)).withLostAgent().withTimeouts());
    holds(Scenario.of("lost agent and cleanup", two(2, CLEAN)).withLostAgent("a"));
  }

  @Test
  void nobodyPassesEarly_mismatchedViews() {
    holds(Scenario.of("smaller view", views(AB, ABC, ABC, 1)));
    holds(Scenario.of("smaller views", views(AB, AB, ABC, 2)));
    holds(Scenario.of("agent not required", views(AB, AB, Set.of("a", "c"), 2)));
  }

  /** An arrival for a generation of a journal that is gone is void in the next one. */
  @Test
  void regression_staleArrivalIsVoid() {
    holds(Scenario.of("withdraw, cleanup, stale arrival", two(2, CLEAN)).withCancel());
    holds(Scenario.of("force, cleanup, stale arrival", two(2, CLEAN, FORCE)));
  }

  private static Part[] views(Set<String> a, Set<String> b, Set<String> c, int calls) {
    return new Part[] {
      Part.agent("a", a, calls), Part.agent("b", b, calls), Part.agent("c", c, calls)
    };
  }
}
