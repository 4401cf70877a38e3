package io.agentsync.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Finding;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import io.agentsync.syncpoint.Mismatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the diagnosis, where it speaks and where it is silent. */
class DiagnosisTest {

  private static final Mismatch MISMATCH =
      new Mismatch(
          "m",
          1,
          "n",
          "d",
          Optional.empty(),
          Set.of("a", "d"),
          new Moment(Instant.EPOCH, Optional.empty(), 0));

  @ParameterizedTest
  @MethodSource("io.agentsync.diagnosis.Diagnosis#codes")
  void everyRuleHasAPage(String code) throws Exception {
    Path page = Path.of("..", "docs", "rules", code + ".md");

    assertThat(Files.readString(page)).startsWith("# " + code);
  }

  @Test
  void aPointWithTimeLeftIsHealthy_andNamesWhoIsMissing() {
    SyncDiagnosis diagnosis = open(Duration.ofSeconds(25));

    assertThat(diagnosis.healthy()).isTrue();
    assertThat(diagnosis.findings())
        .singleElement()
        .extracting(Finding::code)
        .isEqualTo("missing-agents");
    assertThat(diagnosis.findings().get(0).agents()).containsExactly("c");
    assertThat(diagnosis.issues().get(0)).contains("c is missing").contains("2 of 3");
  }

  @Test
  void from80PercentOfTheDeadlineOnItIsNot() {
    assertThat(open(Duration.ofMillis(6_001)).healthy()).isTrue();
    SyncDiagnosis diagnosis = open(Duration.ofSeconds(6));

    assertThat(diagnosis.healthy()).isFalse();
    assertThat(codes(diagnosis)).containsExactly("deadline-near", "missing-agents");
    assertThat(diagnosis.findings()).allMatch(finding -> finding.severity() == Severity.WARNING);
  }

  @Test
  void anOverduePointIsAnError() {
    SyncDiagnosis diagnosis = open(Duration.ofSeconds(-5));

    assertThat(codes(diagnosis)).containsExactly("overdue", "missing-agents");
    assertThat(diagnosis.issues().get(0)).contains("5 s ago");
    assertThat(diagnosis.recommendations().get(0)).contains("sync-diag abort p");
  }

  @Test
  void aReadyPointIsHealthy() {
    Facts facts =
        facts(
            status(SyncState.READY, Optional.empty(), Set.of()),
            Optional.empty(),
            List.of(),
            List.of());

    assertThat(Diagnosis.of(facts).healthy()).isTrue();
    assertThat(codes(Diagnosis.of(facts))).containsExactly("missing-agents");
  }

  @Test
  void aTimeoutIsExplained() {
    SyncDiagnosis diagnosis = ended(SyncOutcome.TIMED_OUT, Set.of("a", "b"));

    assertThat(codes(diagnosis)).containsExactly("ended-badly");
    assertThat(diagnosis.issues().get(0)).contains("timed out").contains("c");
  }

  @Test
  void anAbortSaysWhoAndWhy() {
    assertThat(ended(SyncOutcome.ABORTED, Set.of("a")).issues().get(0))
        .contains("by ops")
        .contains("because");
  }

  @Test
  void aCompletedPointHasNothingToSay() {
    assertThat(ended(SyncOutcome.COMPLETED, Set.of("a", "b", "c")).findings()).isEmpty();
  }

  @Test
  void aForcedPointIsHealthy_andSaysWithoutWhom() {
    SyncDiagnosis diagnosis = ended(SyncOutcome.FORCED, Set.of("a", "b"));

    assertThat(diagnosis.healthy()).isTrue();
    assertThat(codes(diagnosis)).containsExactly("forced-through");
    assertThat(diagnosis.issues().get(0)).contains("without c");
  }

  @Test
  void aMismatchShowsBothSets() {
    SyncDiagnosis diagnosis =
        Diagnosis.of(
            facts(
                status(
                    SyncState.COMPLETED, Optional.of(SyncOutcome.COMPLETED), Set.of("a", "b", "c")),
                Optional.empty(),
                List.of(MISMATCH),
                List.of()));

    assertThat(codes(diagnosis)).containsExactly("mismatched-sets");
    assertThat(diagnosis.findings().get(0).evidence()).contains("{a, b, c}").contains("{a, d}");
  }

  @Test
  void aDamagedRecordIsReportedWithItsPlace() {
    SyncDiagnosis diagnosis =
        Diagnosis.of(
            facts(
                status(
                    SyncState.COMPLETED, Optional.of(SyncOutcome.COMPLETED), Set.of("a", "b", "c")),
                Optional.empty(),
                List.of(),
                List.of(new Problem("p.jsonl", "the record at byte 7 is not JSON"))));

    assertThat(codes(diagnosis)).containsExactly("damaged-records");
    assertThat(diagnosis.findings().get(0).evidence()).contains("p.jsonl").contains("byte 7");
  }

  private static Facts facts(
      SyncStatus status,
      Optional<Duration> left,
      List<Mismatch> mismatches,
      List<Problem> problems) {
    return new Facts(status, left, Map.of(), mismatches, problems, Roll.EMPTY, Instant.EPOCH);
  }

  private static SyncDiagnosis open(Duration left) {
    SyncStatus status = status(SyncState.SYNCING, Optional.empty(), Set.of("a", "b"));
    return Diagnosis.of(facts(status, Optional.of(left), List.of(), List.of()));
  }

  private static SyncDiagnosis ended(SyncOutcome outcome, Set<String> arrived) {
    SyncState state = outcome.success() ? SyncState.COMPLETED : SyncState.ERROR;
    return Diagnosis.of(
        facts(
            status(state, Optional.of(outcome), arrived), Optional.empty(), List.of(), List.of()));
  }

  private static SyncStatus status(
      SyncState state, Optional<SyncOutcome> outcome, Set<String> arrived) {
    TreeSet<String> missing = new TreeSet<>(Set.of("a", "b", "c"));
    missing.removeAll(arrived);
    return new SyncStatus(
        "p",
        Optional.empty(),
        state,
        1,
        new TreeSet<>(Set.of("a", "b", "c")),
        new TreeSet<>(arrived),
        missing,
        Set.of(),
        Optional.of(Instant.EPOCH),
        Optional.empty(),
        Optional.empty(),
        outcome,
        Duration.ofSeconds(30),
        Duration.ofSeconds(12),
        Optional.of("because"),
        Optional.of("ops"));
  }

  private static List<String> codes(SyncDiagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::code).toList();
  }
}
