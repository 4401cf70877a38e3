package io.agentsync.deadlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.agentsync.deadlock.Outlook.Kind;
import io.agentsync.model.Blocker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who waits for whom across points, and what follows. */
class WaitsTest {

  private final Stage stage = new Stage();

  @Test
  void whoMissesSomebodyThatWaitsNowhereIsNotInADeadlock() {
    stage.waits("a", "p", "b");

    assertThat(waits().at("p")).isEmpty();
    assertThat(waits().at("nowhere")).isEmpty();
    assertThat(waits().blockers(Optional.empty())).isEmpty();
  }

  @Test
  void twoThatWaitForEachOtherAreToldSoAtBothPoints() {
    stage.waits("a", "p", "b").waits("b", "q", "a");

    assertThat(at("p").kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(at("p").chain().words()).isEqualTo("a waits at p for b; b waits at q for a");
    assertThat(at("q").chain().words()).isEqualTo("b waits at q for a; a waits at p for b");
    assertThat(at("p").agents()).containsExactly("a", "b");
    assertThat(at("p").blocked()).isEmpty();
  }

  @Test
  void threeInACircle() {
    stage.waits("a", "p", "b").waits("b", "q", "c").waits("c", "r", "a");

    assertThat(at("q").kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(at("q").chain().words())
        .isEqualTo("b waits at q for c; c waits at r for a; a waits at p for b");
    assertThat(blockers())
        .containsExactly(
            new Blocker(
                Optional.empty(),
                Set.of("a", "b", "c"),
                true,
                Set.of(),
                Set.of("p", "q", "r"),
                "p"));
  }

  @Test
  void whoWaitsForADeadlockCanNeverGoOn() {
    stage.waits("a d", "p", "b").waits("b", "q", "a").waits("c", "r", "d z").waits("e", "s", "c");

    assertThat(at("p").kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(at("p").blocked()).containsExactly("c", "d", "e");
    assertThat(at("r").kind()).isEqualTo(Kind.NEVER);
    assertThat(at("s").kind()).isEqualTo(Kind.NEVER);
    assertThat(at("s").chain().words())
        .isEqualTo(
            "e waits at s for c; c waits at r for d; d waits at p for b; b waits at q for a");
    assertThat(at("s").agents()).containsExactly("a", "b");
  }

  @Test
  void aChainIsFollowedToWhoWaitsNowhere_andThatOneIsNamedAtEachPoint() {
    stage.waits("a", "p", "b").waits("b", "q", "c").waits("c", "r", "x");

    for (String point : List.of("p", "q", "r")) {
      assertThat(at(point).kind()).isEqualTo(Kind.BEHIND);
      assertThat(at(point).agents()).containsExactly("x");
      assertThat(at(point).blocked()).containsExactly("a", "b", "c");
    }
    assertThat(at("p").chain().words())
        .isEqualTo("a waits at p for b; b waits at q for c; c waits at r for x; x waits nowhere");
    assertThat(blockers())
        .containsExactly(
            new Blocker(
                Optional.empty(),
                Set.of("x"),
                false,
                Set.of("a", "b", "c"),
                Set.of("p", "q", "r"),
                "r"));
  }

  @Test
  void allEndsOfSeveralChainsAreNamed() {
    stage.waits("a", "p", "b c").waits("b", "q", "x").waits("c", "r", "y");

    assertThat(at("p").agents()).containsExactly("x", "y");
    assertThat(at("p").chains()).hasSize(2);
  }

  @Test
  void whoBlocksSeveralPointsIsNamedThere() {
    stage.waits("a", "p", "x").waits("b", "q", "x").waits("c", "r", "z");

    assertThat(at("p").blocked()).containsExactly("a", "b");
    assertThat(waits().at("r")).isEmpty();
    assertThat(blockers()).singleElement().extracting(Blocker::blocked).isEqualTo(Set.of("a", "b"));
  }

  @Test
  void aChainThatEndsInSomebodyGoneCanNeverComplete() {
    stage.waits("a", "p", "b").waits("b", "q", "c");
    Waits waits = new Waits(stage.gatherings(), Map.of("c", "c is dead: its process is gone"));

    Outlook outlook = waits.at("p").orElseThrow();
    assertThat(outlook.kind()).isEqualTo(Kind.NEVER);
    assertThat(outlook.chain().words())
        .isEqualTo("a waits at p for b; b waits at q for c; c is dead: its process is gone");
    assertThat(outlook.agents()).containsExactly("c");
    assertThat(waits.at("q").map(Outlook::kind)).contains(Kind.BEHIND);
  }

  @Test
  void whereOnlyAGoneAgentIsMissingOthersSayEnough() {
    stage.waits("a", "p", "c");

    assertThat(new Waits(stage.gatherings(), Map.of("c", "c is dead")).at("p")).isEmpty();
  }

  @Test
  void somebodyGoneComesNowhere_alsoIfAnArrivalOfItsStands() {
    stage.waits("a", "p", "b").waits("b", "q", "x");
    Waits waits = new Waits(stage.gatherings(), Map.of("b", "b is dead"));

    assertThat(waits.at("p").map(Outlook::kind)).isNotEqualTo(Optional.of(Kind.DEADLOCK));
    assertThat(waits.at("q")).isEmpty();
  }

  @Test
  void aQuorumThatCanBeReachedOtherwiseIsNotInADeadlock() {
    stage.waits("a", "p", "b c", 1, false).waits("b", "q", "a");

    assertThat(waits().at("p")).isEmpty();
    assertThat(waits().at("q")).isEmpty();
  }

  @Test
  void aQuorumThatCannotBeReachedWithoutThemIs() {
    stage.waits("a", "p", "b c", 1, false).waits("b", "q", "a").waits("c", "r", "a");

    assertThat(at("p").kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(at("q").kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(at("r").kind()).isEqualTo(Kind.DEADLOCK);
  }

  @Test
  void aQuorumThatMissesOneStuckAndOneGoneCanNeverComplete() {
    stage.waits("a", "p", "b c", 1, false).waits("b", "q", "a");
    Waits waits = new Waits(stage.gatherings(), Map.of("c", "c is dead"));

    assertThat(waits.at("p").map(Outlook::kind)).contains(Kind.DEADLOCK);
  }

  @Test
  void whoWaitsAtSeveralPointsAtOnceMayStillCome_whichIsOnlyPossiblyADeadlock() {
    stage.waits("a", "p", "b").waits("b", "q", "a").waits("b", "s", "a");

    assertThat(at("p").kind()).isEqualTo(Kind.POSSIBLE_DEADLOCK);
    assertThat(at("q").kind()).isEqualTo(Kind.POSSIBLE_DEADLOCK);
    assertThat(blockers()).noneMatch(Blocker::deadlock);
  }

  @Test
  void whoSaysThatItDoesNothingElseIsHeldAlsoAtSeveralPoints() {
    stage.waits("a", "p", "b").blocks("b", "q", "a").waits("b", "s", "a");

    assertThat(at("p").kind()).isEqualTo(Kind.DEADLOCK);
  }

  @Test
  void whoIsHeldAtSeveralPointsGoesOnWhenOneOfThemIsOver() {
    stage.waits("a", "p", "b").blocks("b", "q", "a").blocks("b", "s", "z");

    assertThat(waits().at("p").map(Outlook::kind)).isNotEqualTo(Optional.of(Kind.DEADLOCK));
    assertThat(blockers()).noneMatch(Blocker::deadlock);
  }

  @Test
  void whatASyncPointDependsOnIsFollowed_andNothingElse() {
    stage.waits("a", "p", "b").waits("b", "q", "c d").waits("e", "r", "f");

    assertThat(waits().dependsOn("p")).containsExactly("b", "c", "d");
    assertThat(waits().dependsOn("nowhere")).isEmpty();
  }

  @Test
  void aLongChainIsToldByItsBeginningAndItsEnd() {
    chain(20);

    assertThat(at("p00010").chain().words())
        .isEqualTo(
            "a00010 waits at p00010 for a00011; a00011 waits at p00011 for a00012;"
                + " a00012 waits at p00012 for a00013; a00013 waits at p00013 for a00014;"
                + " a00014 waits at p00014 for a00015; … 4 more …;"
                + " a00019 waits at p00019 for a00020; a00020 waits nowhere");
  }

  @Test
  void tenThousandPointsInAChainAreNoTrouble() {
    chain(10_000);

    assertTimeout(
        Duration.ofMinutes(2),
        () -> {
          Waits waits = waits();
          stage.gatherings().forEach(each -> assertThat(waits.at(each.syncId())).isPresent());
          assertThat(waits.blockers(Optional.empty()).get(0).blocked()).hasSize(10_000);
        });
  }

  @Test
  void tenThousandPointsInACircleAreNoTrouble() {
    chain(9_999).waits("a09999", "p09999", "a00000");

    assertTimeout(
        Duration.ofMinutes(2),
        () -> {
          Waits waits = waits();
          stage
              .gatherings()
              .forEach(
                  each ->
                      assertThat(waits.at(each.syncId()).orElseThrow().kind())
                          .isEqualTo(Kind.DEADLOCK));
          assertThat(waits.blockers(Optional.empty())).hasSize(1);
        });
    assertThat(at("p00007").chain().words()).endsWith("; … and so on in a circle");
  }

  private Stage chain(int length) {
    for (int i = 0; i < length; i++) {
      stage.waits("a%05d".formatted(i), "p%05d".formatted(i), "a%05d".formatted(i + 1));
    }
    return stage;
  }

  private Waits waits() {
    return new Waits(stage.gatherings(), Map.of());
  }

  private Outlook at(String point) {
    return waits().at(point).orElseThrow();
  }

  private List<Blocker> blockers() {
    return waits().blockers(Optional.empty());
  }
}
