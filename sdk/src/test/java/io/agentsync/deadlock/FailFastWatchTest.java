package io.agentsync.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.View;
import io.agentsync.syncpoint.Withdraw;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule SP-15: when a wait is given up as one in vain. */
class FailFastWatchTest {

  private static final Spec SPEC =
      new Spec(Set.of("a", "b", "c"), CompletionRule.ALL, Duration.ofSeconds(30));

  private final FailFastWatch watch = new FailFastWatch("p");
  private final SyncPoint point = SyncPoint.startingAt(Head.FIRST);

  FailFastWatchTest() {
    arrive("p-a", "a");
  }

  @Test
  void sp15_twoLooksASecondApartEndIt_andTheEndTellsWhy() {
    assertThat(judge(deadlock(), 0, 5)).isEmpty();
    Abort abort = judge(deadlock(), 1005, 1010).orElseThrow();
    point.accept(abort);

    assertThat(abort.claims()).containsExactly("p-a");
    End end = generation().end().orElseThrow();
    assertThat(end.outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(end.reason()).contains("deadlock: a waits at p for b; b waits at q for a");
    assertThat(end.actor()).contains("agent-sync");
  }

  @Test
  void sp15_looksThatAreCloserProveNothing_butTheFirstOfThemCounts() {
    assertThat(judge(deadlock(), 0, 5)).isEmpty();
    assertThat(judge(deadlock(), 600, 605)).isEmpty();
    assertThat(judge(deadlock(), 1004, 1005)).isEmpty();
    assertThat(judge(deadlock(), 1005, 1006)).isPresent();
  }

  @Test
  void sp15_theSameLookTwiceIsOneLook() {
    Sight sight = new Sight(Stage.at(0), Stage.at(5000), deadlock().gatherings());

    assertThat(watch.judge(generation(), sight, "o", Stage.at(9000))).isEmpty();
    assertThat(watch.judge(generation(), sight, "o", Stage.at(9000))).isEmpty();
  }

  @Test
  void sp15_aClaimWithdrawnBetweenTheLooksBeginsAnew() {
    Stage before = new Stage().blocks("a", "p", "b c").blocks("b d", "q", "a");
    assertThat(judge(before, 0, 5)).isEmpty();
    assertThat(judge(deadlock(), 1005, 1010)).isEmpty();
    assertThat(judge(deadlock(), 2000, 2005)).isEmpty();
    assertThat(judge(deadlock(), 2010, 2015)).isPresent();
  }

  @Test
  void sp15_whoLeavesTheDeadlockBetweenTheLooksSavesIt() {
    assertThat(judge(deadlock(), 0, 5)).isEmpty();
    assertThat(judge(new Stage().blocks("a", "p", "b c"), 1005, 1010)).isEmpty();
    assertThat(judge(deadlock(), 2010, 2015)).isEmpty();
  }

  @Test
  void sp15_aClaimWithdrawnAfterTheSecondLookVoidsTheAbort() {
    arrive("p-c", "c");
    Stage both = new Stage().blocks("a c", "p", "b").blocks("b", "q", "a");
    judge(both, 0, 5);
    Abort abort = judge(both, 1005, 1010).orElseThrow();
    point.accept(new Withdraw("w", 1, "p-a", "p-c", "c", Stage.at(1011)));
    point.accept(abort);

    assertThat(abort.claims()).containsExactly("p-a", "p-c");
    assertThat(generation().open()).isTrue();
  }

  @Test
  void sp15_aClaimKnownToHaveLeftSinceTheSecondLookIsNotNamedInVain() {
    arrive("p-c", "c");
    Stage both = new Stage().blocks("a c", "p", "b").blocks("b", "q", "a");
    judge(both, 0, 5);
    point.accept(new Withdraw("w", 1, "p-a", "p-c", "c", Stage.at(1011)));

    assertThat(judge(both, 1005, 1010)).isEmpty();
  }

  @Test
  void sp15_whoCouldComeElsewhereIsNoReason() {
    Stage future = new Stage().blocks("a", "p", "b c").waits("b", "q", "a");

    assertThat(judge(future, 0, 5)).isEmpty();
    assertThat(judge(future, 1005, 1010)).isEmpty();
  }

  @Test
  void sp15_whoWaitsForADeadlockOfOthersWaitsInVain() {
    Stage behind = new Stage().blocks("a", "p", "b c").blocks("b", "q", "d").blocks("d", "r", "b");
    judge(behind, 0, 5);

    assertThat(judge(behind, 1005, 1010).orElseThrow().reason())
        .contains(
            "waits for a deadlock: a waits at p for b; b waits at q for d; d waits at r for b");
  }

  @Test
  void sp15_anotherGenerationThanTheOneSeenIsLeftAlone() {
    Gathering seen =
        new Gathering("p", "other", Set.of("a"), Set.of("a"), Set.of("b"), 0, Set.of("p-a"));
    Stage others = new Stage().blocks("b", "q", "a");
    others.gatherings().add(seen);

    assertThat(judge(others, 0, 5)).isEmpty();
    assertThat(judge(others, 1005, 1010)).isEmpty();
  }

  private static Stage deadlock() {
    return new Stage().blocks("a", "p", "b c").blocks("b", "q", "a");
  }

  private Optional<Abort> judge(Stage stage, long began, long ended) {
    Moment now = Stage.at(ended);
    return watch.judge(
        generation(), new Sight(Stage.at(began), now, stage.gatherings()), "op", now);
  }

  private Generation generation() {
    return point.generation(1).orElseThrow();
  }

  private void arrive(String op, String agent) {
    point.accept(
        new Arrive(
            op,
            1,
            agent,
            Optional.of("s-" + agent),
            new View(Optional.of(SPEC), Optional.empty()),
            Optional.empty(),
            Stage.at(0)));
  }
}
