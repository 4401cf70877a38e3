package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import io.agentsync.model.NotRequiredException;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declaration;
import io.agentsync.syncpoint.OperatorAct;
import io.agentsync.syncpoint.Repair;
import io.agentsync.syncpoint.Reports;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule SP-16: what is rehearsed is what happens, and writes nothing. */
class RehearsalTest {

  private static final Optional<String> WHY = Optional.of("why");
  private static final SyncRepair FORCE = new SyncRepair.Force(WHY);
  private static final SyncRepair EXCUSE_B = new SyncRepair.Excuse("b", WHY);
  private static final SyncRepair EXTEND = new SyncRepair.Extend(Duration.ofMinutes(1), WHY);
  private static final List<SyncRepair> REPAIRS =
      List.of(
          FORCE,
          new SyncRepair.Abort(Optional.empty()),
          EXCUSE_B,
          new SyncRepair.Excuse("a", WHY),
          EXTEND);

  /** What a repair may find. */
  private enum Scene {
    ONE_OF_TWO,
    ONE_OF_THREE,
    ONE_OF_A_QUORUM_OF_TWO,
    NEARLY_HOPELESS,
    READY,
    EXCUSED,
    OVERDUE,
    ENDED,
    ROTATED,
    OF_AN_EARLIER_BOOT
  }

  private final JournalStore store =
      Engines.open("memory://" + UUID.randomUUID(), Durability.PROCESS);
  private final HandTime time = new HandTime("here");
  private final Papers papers = new Papers(store);
  private final Party agents = new Party("agents", store, time);
  private HandTime present = time;

  static Stream<Arguments> scenesAndRepairs() {
    return Stream.of(Scene.values())
        .flatMap(scene -> REPAIRS.stream().map(repair -> Arguments.of(scene, repair)));
  }

  @ParameterizedTest
  @MethodSource("scenesAndRepairs")
  void sp16_whatIsRehearsedIsWhatHappens(Scene scene, SyncRepair how) {
    set(scene);
    List<SyncRecord> before = papers.records();

    RepairReport rehearsed = rehearse(how);

    assertThat(papers.records()).isEqualTo(before);
    assertThat(repair(how)).isEqualTo(rehearsed);
    assertThat(papers.records().size() > before.size())
        .isEqualTo(rehearsed.effective() || !rehearsed.before().equals(rehearsed.after()));
  }

  @Test
  void sp16_itShowsWhoWouldGoOnWithoutWhom() {
    set(Scene.ONE_OF_TWO);

    RepairReport report = rehearse(EXCUSE_B);
    assertThat(report.effective()).isTrue();
    assertThat(report.ended()).isTrue();
    assertThat(report.before().missing()).containsExactly("b");
    assertThat(report.after().outcome()).contains(SyncOutcome.COMPLETED);
    assertThat(report.after().arrived()).containsExactly("a");
    assertThat(report.after().excused()).containsExactly("b");
  }

  @Test
  void sp08_anExcuseThatLeavesTooFewForTheQuorumWouldEndIt() {
    set(Scene.NEARLY_HOPELESS);

    RepairReport report = rehearse(EXCUSE_B);
    assertThat(report.quorum()).contains(2);
    assertThat(report.after().outcome()).contains(SyncOutcome.ABORTED);
  }

  @Test
  void sp10_whatIsOverdueCanBeExtended_fromNowOn() {
    set(Scene.OVERDUE);
    assertThat(rehearse(FORCE).after().outcome()).contains(SyncOutcome.TIMED_OUT);
    assertThat(rehearse(FORCE).effective()).isFalse();

    RepairReport extended = repair(EXTEND);

    assertThat(extended.effective()).isTrue();
    assertThat(extended.ended()).isFalse();
    assertThat(extended.after().deadline()).contains(time.now().wall().plus(Duration.ofMinutes(1)));
    time.advance(Duration.ofMinutes(1));
    agents.look();
    assertThat(papers.fold().open()).isEmpty();
  }

  @Test
  void sp16_whatWouldBeRefusedIsRefused() {
    assertThatThrownBy(() -> rehearse(FORCE)).isInstanceOf(UnknownSyncPointException.class);
    set(Scene.ONE_OF_TWO);
    assertThatThrownBy(() -> rehearse(new SyncRepair.Excuse("bb", WHY)))
        .isInstanceOf(NotRequiredException.class)
        .hasMessageEndingWith("does not require \"bb\" but a, b; did you mean \"b\"?");
  }

  private void set(Scene scene) {
    switch (scene) {
      case ONE_OF_TWO -> agents.call("a", "b");
      case ONE_OF_THREE -> agents.call("a", "b", "c");
      case ONE_OF_A_QUORUM_OF_TWO -> quorumOfTwo("a", "b", "c");
      case NEARLY_HOPELESS -> quorumOfTwo("a", "b");
      case READY -> agents.declare("a", "b");
      case EXCUSED -> {
        agents.call("a", "b", "c");
        repair(EXCUSE_B);
      }
      case OVERDUE -> {
        agents.call("a", "b");
        time.advance(Party.TIMEOUT.plusSeconds(1));
      }
      case ENDED -> agents.call("a").result();
      case ROTATED -> {
        agents.call("a").result();
        rotate();
      }
      case OF_AN_EARLIER_BOOT -> {
        papers.write(Papers.arrival("1", 1, "a", time.now(), "a", "b"));
        present = new HandTime("next");
      }
    }
  }

  private void quorumOfTwo(String... required) {
    Spec spec = new Spec(Set.of(required), CompletionRule.quorum(2), Party.TIMEOUT);
    agents.carry(new Declaration("p", "store", spec, false, Optional.empty())).result();
    agents.join("a");
  }

  private void rotate() {
    Party small = new Party("small", store, time, Durability.PROCESS, 1);
    small.carry(errand(FORCE)).result();
  }

  private RepairReport rehearse(SyncRepair how) {
    return new Rehearsal(store).of(errand(how), Party.POINT, present.now());
  }

  private RepairReport repair(SyncRepair how) {
    SyncPoint point = new PointReader(store).read(Party.POINT).orElseThrow().point();
    SyncStatus found = Reports.status("p", point, present.now()).orElseThrow();
    return new Party("operator", store, present).carry(errand(how)).result().foundAs(found);
  }

  private static Repair errand(SyncRepair how) {
    return Repair.of("p", "memory", OperatorAct.of(how, "ops"));
  }
}
