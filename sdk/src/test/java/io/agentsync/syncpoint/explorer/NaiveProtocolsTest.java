package io.agentsync.syncpoint.explorer;

import static io.agentsync.syncpoint.explorer.Casts.AB;
import static io.agentsync.syncpoint.explorer.Casts.ABC;
import static io.agentsync.syncpoint.explorer.Casts.BC;
import static io.agentsync.syncpoint.explorer.Casts.CLEAN;
import static io.agentsync.syncpoint.explorer.Casts.FORCE;
import static io.agentsync.syncpoint.explorer.Casts.oldStories;
import static io.agentsync.syncpoint.explorer.Casts.three;
import static io.agentsync.syncpoint.explorer.Casts.two;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Leave out any one rule, and the explorer shows what it was good for. */
class NaiveProtocolsTest {

  private static void isCaught(Scenario scenario, Variant variant, String invariant) {
    Exploration exploration = Explorer.explore(scenario.with(variant));
    System.out.println(exploration);
    assertThat(exploration.violation())
        .as(exploration.toString())
        .map(Exploration.Violation::invariant)
        .contains(invariant);
  }

  private static Scenario cleanup() {
    return Scenario.of("cleanup", two(2, CLEAN)).whereEverybodyMeets().finely();
  }

  @Test
  void naive_j03_isCaught() {
    isCaught(Scenario.of("force", two(2, FORCE)), Variant.ARRIVES_ANYWHERE, "NobodyPassesEarly");
  }

  @Test
  void naive_j07_isCaught() {
    isCaught(cleanup(), Variant.LEAVES_NOTHING, "OpenIsNeverRemoved");
    isCaught(
        Scenario.of("cleanup between the rounds", two(2, CLEAN)).whereEverybodyMeets(),
        Variant.RESTARTS_AT_ONE,
        "NumbersOnlyGrow");
  }

  @Test
  void naive_j07_withoutClosing_isCaught() {
    isCaught(cleanup(), Variant.DOES_NOT_CLOSE, "OpenIsNeverRemoved");
  }

  @Test
  void naive_sp02_isCaught() {
    isCaught(
        Scenario.of("views", Part.agent("a", ABC, 1), Part.agent("b", AB, 1)),
        Variant.IGNORES_VIEWS,
        "NobodyPassesEarly");
  }

  @Test
  void naive_sp03_isCaught() {
    isCaught(
        Scenario.of("force and cleanup", two(2, CLEAN, FORCE)),
        Variant.FORGETS_THE_PAST,
        "NothingIsMissed");
  }

  @Test
  void naive_sp04_isCaught() {
    isCaught(
        Scenario.of("restart in a run", two(2)).withCrash("a").whereEverybodyMeets().inOneRun(),
        Variant.REMEMBERS_NO_RUN,
        "RoundsAgree");
  }

  @Test
  void naive_sp13_isCaught() {
    isCaught(
        Scenario.of("lost agent", two(1)).withLostAgent(),
        Variant.LOSES_WITHOUT_LOOKING,
        "TheLostAreGone");
    isCaught(
        Scenario.of("lost agent", three(1)).withLostAgent(),
        Variant.LOSES_WHO_STANDS,
        "TheLostAreGone");
  }

  @Test
  void regression_lastLookReadsOn() {
    isCaught(cleanup(), Variant.LOOKS_BACK_WITHOUT_READING, "NothingIsMissed");
  }

  @Test
  void regression_aRemovedJournalIsNotStale() {
    isCaught(cleanup(), Variant.DOUBTS_WITHOUT_READING, "NothingIsMissed");
  }

  @Test
  void regression_aFoundJournalIsDoubted() {
    isCaught(
        Scenario.of("stale creators", oldStories(Part.agent("c", BC, 1))),
        Variant.TRUSTS_WHAT_IT_FINDS,
        "AllOrNothing");
  }

  @Test
  void regression_aJournalHeldBlankIsDoubted() {
    isCaught(
        Scenario.of("holder of a blank", oldStories(Part.joining("c", 2))),
        Variant.TRUSTS_WHAT_WAS_BLANK,
        "AllOrNothing");
  }
}
