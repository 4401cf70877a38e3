package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.at;
import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.OperatorAct.ToAbort;
import io.agentsync.syncpoint.OperatorAct.ToForce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules SP-7 to SP-12 and SP-16: what ends a generation, and when. */
class EndingRulesTest {

  private static final Spec AB = spec("a", "b");

  private final Records records = new Records();
  private final DeadlineWatch watch = new DeadlineWatch();

  @Test
  void sp07_theLastArrivalCompletesIt() {
    records.arrive("a1", 1, "a", AB);
    assertThat(records.generation(1).open()).isTrue();
    records.arrive("b1", 1, "b", AB);

    assertThat(outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(records.generation(1).missing()).isEmpty();
  }

  @Test
  void sp07_oneAgentAloneCompletesAtOnce() {
    records.arrive("a1", 1, "a", spec("a"));

    assertThat(outcome()).isEqualTo(SyncOutcome.COMPLETED);
  }

  @Test
  void sp07_forceAndAbortSayWhoAndWhy() {
    records.arrive("a1", 1, "a", AB).force("f", 1, "a1");
    End end = records.generation(1).end().orElseThrow();
    assertThat(end.outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(end.actor()).contains("operator");
    assertThat(end.reason()).contains("because");

    records.arrive("a2", 2, "a", AB).abort("x", 2, "a2");
    assertThat(records.generation(2).end().orElseThrow().outcome()).isEqualTo(SyncOutcome.ABORTED);
  }

  @Test
  void sp07_aTimeoutNamesWhoIsMissing() {
    records.arrive("a1", 1, "a", AB).timeout("t", 1, "a1", "spec:a1");

    assertThat(outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
    assertThat(records.generation(1).end().orElseThrow().reason().orElseThrow()).contains("b");
  }

  @Test
  void sp08_forceMayEndAnEmptyGeneration() {
    records.declare("d", 1, AB).force("f", 1, "d");

    assertThat(outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(records.generation(1).missing()).containsExactly("a", "b");
  }

  @Test
  void sp09_everybodyIsToldTheSame() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB);
    SyncResult one = Answers.told(call("a"), records.generation(1), false, List.of());
    SyncResult other = Answers.told(call("b"), records.generation(1), true, List.of());

    assertThat(one).usingRecursiveComparison().ignoringFields("late").isEqualTo(other);
  }

  @Test
  void sp10_theDeadlineStartsWithTheFirstArrival() {
    records.declare("d", 1, AB);
    assertThat(watch.untilNext(records.generation(1), at(500))).isEmpty();

    records.arriveLike("a1", 1, "a", "d");
    assertThat(watch.untilNext(records.generation(1), at(12))).contains(Duration.ofSeconds(20));
  }

  @Test
  void sp10_aShorterTimeoutThatWasAskedForCounts_andLeavesWithItsClaim() {
    records.arrive("a1", 1, "a", spec("a", "b", "c"));
    records.arriveWithin("b1", 1, "b", AB, Duration.ofSeconds(5));
    assertThat(watch.untilNext(records.generation(1), at(3))).contains(Duration.ofSeconds(4));

    records.withdraw("w", 1, "a1", "b1");
    assertThat(watch.untilNext(records.generation(1), at(3))).contains(Duration.ofSeconds(28));
    records.timeout("t", 1, "a1", "claim:b1");
    assertThat(records.generation(1).open()).isTrue();
  }

  @Test
  void sp10_aLongerTimeoutDoesNotCount() {
    records.arrive("a1", 1, "a", AB).arriveWithin("a2", 1, "a", AB, Duration.ofSeconds(90));

    assertThat(records.generation(1).deadlines()).hasSize(1);
  }

  @Test
  void sp10_aTimeoutThatJudgedADeadlineOfBeforeIsVoid() {
    records.declare("d", 1, AB).arriveLike("a1", 1, "a", "d").withdraw("w", 1, "d", "a1");
    records.arriveLike("b1", 1, "b", "d").timeout("t", 1, "d", "spec:a1");

    assertThat(records.generation(1).open()).isTrue();
  }

  @Test
  void sp11_theClockOnTheWallHasNoSay() {
    records.arrive("a1", 1, "a", AB);
    Moment jumped =
        new Moment(Instant.parse("2099-01-01T00:00:00Z"), at(2).domain(), at(2).nanos());

    assertThat(watch.judge(records.generation(1), jumped)).isEmpty();
    assertThat(watch.judge(records.generation(1), at(31))).isPresent();
  }

  @Test
  void sp11_inAnotherDomainTimeCountsFromFirstSight() {
    records.arrive("a1", 1, "a", AB);
    Moment first = elsewhere(1_000_000);

    assertThat(watch.untilNext(records.generation(1), first)).contains(Duration.ofSeconds(30));
    assertThat(watch.judge(records.generation(1), elsewhere(1_000_029))).isEmpty();
    assertThat(watch.judge(records.generation(1), elsewhere(1_000_030))).isPresent();
  }

  @Test
  void sp16_aRepairSaysWhetherItEndedTheGenerationItMeant() {
    records.arrive("a1", 1, "a", AB);
    Step.Append<RepairReport> force = repair(new ToForce("me", Optional.empty()), "f");
    Step.Append<RepairReport> abort = repair(new ToAbort("me", Optional.empty()), "g");
    records.add(abort.record()).add(force.record());

    assertThat(result(force)).isFalse();
    assertThat(result(abort)).isTrue();
    assertThat(outcome()).isEqualTo(SyncOutcome.ABORTED);
  }

  @Test
  void sp16_aRepairOfWhatHasEndedDoesNothing() {
    records.arrive("a1", 1, "a", spec("a"));

    Step<RepairReport> step =
        Repair.of("p", "there", new ToForce("me", Optional.empty()))
            .next(records.point(), records.now(), "f");

    assertThat(step)
        .isInstanceOfSatisfying(
            Step.Done.class,
            done ->
                assertThat(done.result())
                    .extracting("effective", "after.outcome")
                    .containsExactly(false, Optional.of(SyncOutcome.COMPLETED)));
  }

  private Step.Append<RepairReport> repair(OperatorAct act, String op) {
    return (Step.Append<RepairReport>)
        Repair.of("p", "there", act).next(records.point(), records.now(), op);
  }

  private boolean result(Step.Append<RepairReport> step) {
    return report(step).effective();
  }

  private RepairReport report(Step.Append<RepairReport> step) {
    return ((Step.Done<RepairReport>) step.then().next(records.point(), records.now(), "z"))
        .result();
  }

  private SyncOutcome outcome() {
    return records.generation(1).end().orElseThrow().outcome();
  }

  private static Moment elsewhere(long seconds) {
    Domain domain = new Domain("boot-2", Optional.of("7"));
    return new Moment(Instant.EPOCH, Optional.of(domain), Duration.ofSeconds(seconds).toNanos());
  }

  private static Call call(String agent) {
    return new Call(
        "p",
        "there",
        agent,
        "s-" + agent,
        at(0),
        0,
        Optional.of(AB),
        Optional.empty(),
        ArrivalStatus.OK,
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }
}
