package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.at;
import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.NotRequiredException;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncState;
import io.agentsync.syncpoint.OperatorAct.ToExcuse;
import io.agentsync.syncpoint.OperatorAct.ToExtend;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The rules SP-10 and SP-16: more time, and what a repair says it has done. */
class ExtensionRulesTest {

  private static final Spec AB = spec("a", "b");

  private final Records records = new Records();
  private final DeadlineWatch watch = new DeadlineWatch();

  @Test
  void sp10_anExtensionCountsFromTheDeadlineItJudged() {
    records.arrive("a1", 1, "a", AB);
    extend("e", "spec:a1", false, 10);

    assertThat(watch.untilNext(records.generation(1), at(1))).contains(Duration.ofSeconds(40));
  }

  @Test
  void sp10_anExtensionOfWhatIsOverdueCountsFromNow() {
    records.arrive("a1", 1, "a", AB);
    extend("e", "spec:a1", true, 10);

    assertThat(watch.untilNext(records.generation(1), at(2))).contains(Duration.ofSeconds(10));
  }

  @Test
  void sp10_anExtensionReplacesAllDeadlinesBeforeIt_butNotThoseAfter() {
    records
        .arriveWithin("a1", 1, "a", spec("a", "b", "c"), Duration.ofSeconds(5))
        .arrive("b1", 1, "b", spec("a", "b", "c"));
    extend("e", "claim:a1", false, 20);

    records.timeout("t1", 1, "a1", "claim:a1").timeout("t2", 1, "a1", "spec:a1");
    assertThat(records.generation(1).open()).isTrue();
    assertThat(watch.untilNext(records.generation(1), at(1))).contains(Duration.ofSeconds(25));

    records.arriveWithin("a2", 1, "a", spec("a", "b", "c"), Duration.ofSeconds(3));
    assertThat(watch.untilNext(records.generation(1), at(6))).contains(Duration.ofSeconds(3));

    records.timeout("t3", 1, "a1", "claim:a2");
    assertThat(records.generation(1).open()).isFalse();
  }

  @Test
  void sp10_anExtensionOfADeadlineThatNoLongerCountsIsVoid() {
    records.arrive("a1", 1, "a", AB);
    extend("e1", "spec:a1", false, 10);
    extend("e2", "spec:a1", false, 10);

    assertThat(watch.untilNext(records.generation(1), at(1))).contains(Duration.ofSeconds(40));
    assertThat(records.generation(1).extendedBy("e1")).isTrue();
    assertThat(records.generation(1).extendedBy("e2")).isFalse();
  }

  @Test
  void sp10_aDeclaredPointThatIsReadyAgainStartsItsOwnDeadlineAnew() {
    records.declare("d", 1, AB).arriveLike("a1", 1, "a", "d");
    records.add(
        new Extend(
            "e", 1, "d", "spec:a1", false, Duration.ofHours(1), "op", Optional.empty(), at(1)));
    records.withdraw("w", 1, "d", "a1").arriveLike("b1", 1, "b", "d");

    assertThat(records.generation(1).deadlines())
        .extracting(Deadline::id)
        .containsExactly("spec:b1");
  }

  @Test
  void sp16_anExtensionSaysWhetherItTookHold() {
    records.arrive("a1", 1, "a", AB);
    Step.Append<RepairReport> extension =
        repair(new ToExtend(Duration.ofSeconds(9), "me", why()), "e");
    Step.Append<RepairReport> rival =
        repair(new ToExtend(Duration.ofSeconds(9), "you", why()), "r");
    records.add(rival.record()).add(extension.record());

    assertThat(result(rival)).isTrue();
    assertThat(result(extension)).isFalse();
  }

  @Test
  void sp16_anExcuseSaysWhetherItTookHold() {
    records.arrive("a1", 1, "a", spec("a", "b", "c"));
    Step.Append<RepairReport> excuse = repair(new ToExcuse("b", "me", why()), "e");
    records.add(excuse.record());
    assertThat(result(excuse)).isTrue();

    assertThat(done(repairStep(new ToExcuse("b", "me", why()), "f")).effective()).isFalse();
    assertThat(done(repairStep(new ToExcuse("a", "me", why()), "g")).effective()).isFalse();
    Assertions.assertThatThrownBy(() -> repairStep(new ToExcuse("x", "me", why()), "h"))
        .isInstanceOf(NotRequiredException.class)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Generation 1 of \"p\" does not require \"x\" but a, b, c");
  }

  @Test
  void sp16_aRepairShowsTheGenerationBeforeAndAfter() {
    records.arrive("a1", 1, "a", AB);
    Step.Append<RepairReport> extension =
        repair(new ToExtend(Duration.ofSeconds(9), "me", why()), "e");
    records.add(extension.record());

    RepairReport report = report(extension);
    assertThat(report.before().deadline()).contains(at(31).wall());
    assertThat(report.after().deadline()).contains(at(40).wall());
    assertThat(report.actor()).isEqualTo("me");
    assertThat(report.quorum()).isEmpty();
  }

  @Test
  void sp16_whatWaitsWithoutADeadlineCannotBeExtended() {
    records.declare("d", 1, AB);

    RepairReport report = done(repairStep(new ToExtend(Duration.ofSeconds(9), "me", why()), "e"));
    assertThat(report.effective()).isFalse();
    assertThat(report.after().state()).isEqualTo(SyncState.READY);
  }

  @Test
  void sp12_onlyAnExtensionComesBeforeADeadlineThatHasPassed() {
    assertThat(Repair.of("p", "there", new ToExtend(Duration.ofSeconds(9), "me", why())))
        .matches(Repair::sparesOverdue);
    assertThat(Repair.of("p", "there", new ToExcuse("b", "me", why())))
        .matches(repair -> !repair.sparesOverdue());
  }

  @Test
  void sp16_anExcuseThatEndedItSaysSo() {
    records.arrive("a1", 1, "a", AB);
    Step.Append<RepairReport> excuse = repair(new ToExcuse("b", "me", why()), "e");
    records.add(excuse.record());

    assertThat(result(excuse)).isTrue();
    assertThat(records.generation(1).end().orElseThrow().op()).isEqualTo("e");
  }

  @Test
  void j06_aRepairThatWasDamagedOnItsWayIsWrittenAgain() {
    records.arrive("a1", 1, "a", AB);
    Step.Append<RepairReport> excuse = repair(new ToExcuse("b", "me", why()), "e");

    assertThat(excuse.then().next(records.point(), records.now(), "z"))
        .isInstanceOfSatisfying(
            Step.Append.class, step -> assertThat(step.record()).isEqualTo(excuse.record()));
  }

  private void extend(String op, String judged, boolean overdue, long seconds) {
    records.add(
        new Extend(
            op,
            1,
            "a1",
            judged,
            overdue,
            Duration.ofSeconds(seconds),
            "op",
            Optional.empty(),
            records.tick()));
  }

  private Step<RepairReport> repairStep(OperatorAct act, String op) {
    return Repair.of("p", "there", act).next(records.point(), records.now(), op);
  }

  private Step.Append<RepairReport> repair(OperatorAct act, String op) {
    return (Step.Append<RepairReport>) repairStep(act, op);
  }

  private boolean result(Step.Append<RepairReport> step) {
    return report(step).effective();
  }

  private RepairReport report(Step.Append<RepairReport> step) {
    return done(step.then().next(records.point(), records.now(), "z"));
  }

  private static RepairReport done(Step<RepairReport> step) {
    return ((Step.Done<RepairReport>) step).result();
  }

  private static Optional<String> why() {
    return Optional.of("why");
  }
}
