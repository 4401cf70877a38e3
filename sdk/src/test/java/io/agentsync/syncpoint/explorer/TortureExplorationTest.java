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
import static io.agentsync.syncpoint.explorer.ProtocolExplorationTest.holds;

import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same with more rounds, more agents and finer steps; takes minutes. */
@EnabledIfSystemProperty(named = "agentsync.torture", matches = "full")
class TortureExplorationTest {

  static Stream<Scenario> scenarios() {
    return Stream.of(
        Scenario.of("cleanup in two rounds", three(2, CLEAN)).whereEverybodyMeets(),
        Scenario.of("rotation in two rounds", three(2, ROTATE)).whereEverybodyMeets(),
        Scenario.of("cleanup, rotation", two(3, CLEAN, ROTATE)).whereEverybodyMeets(),
        Scenario.of("force", three(2, FORCE)),
        Scenario.of("abort", three(2, ABORT)),
        Scenario.of("withdraw", three(2)).withCancel(),
        Scenario.of("restart", three(2)).withCrash("a"),
        Scenario.of("restart, timeout", three(1)).withTimeouts().withCrash("a"),
        Scenario.of("restart, force", three(1, FORCE)).withCrash(),
        Scenario.of("late arrival, taken back", three(1)).withLoss().withCancel(),
        Scenario.of("declared", three(2, Part.declaring(ABC))),
        Scenario.of("declared, cleanup", two(2, CLEAN, Part.declaring(AB))),
        Scenario.of("cleanup, withdraw", three(1, CLEAN)).withCancel(),
        Scenario.of("cleanup, force", three(1, CLEAN, FORCE)),
        Scenario.of("cleanup, timeout", three(1, CLEAN)).withTimeouts(),
        Scenario.of(
            "two processes each, cleanup",
            two(1, CLEAN, Part.agent("a'", AB, 1), Part.agent("b'", AB, 1))),
        Scenario.of("stale creators", oldStories(Part.agent("c", BC, 1))).finely(),
        Scenario.of("holder of a blank", oldStories(Part.joining("c", 2))).finely());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyInvariantHolds(Scenario scenario) {
    holds(scenario);
  }
}
