package io.agentsync.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Finding;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import io.agentsync.syncpoint.Excuse;
import io.agentsync.syncpoint.Extend;
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

  private static final Moment THEN = new Moment(Instant.EPOCH, Optional.empty(), 0);
  private static final Mismatch MISMATCH =
      new Mismatch("m", 1, "n", "d", Optional.empty(), Set.of("a", "d"), THEN);

  @ParameterizedTest
  @MethodSource("io.agentsync.diagnosis.Diagnosis#codes")
  void everyRuleHasAPage(String code) throws Exception {
    Path page = Path.of("..", "docs", "rules", code + ".md");

    assertThat(Files.readString(page)).startsWith("# " + code);
    assertThat(Files.readString(page.resolveSibling("README.md")))
        .contains("[%s](%s.md)".formatted(code, code));
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
    assertThat(diagnosis.recommendations().get(0))
        .contains("sync-diag abort p")
        .contains("sync-diag extend p 30m");
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
  void sp13_aLostAgentIsNotCalledAnAbort() {
    assertThat(ended(SyncOutcome.AGENT_LOST, Set.of("a")).issues().get(0))
        .isEqualTo("ended because an agent was lost: because");
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
  void sp16_whoWasExcusedIsSaid_withWhoAndWhy() {
    SyncDiagnosis diagnosis =
        repaired(
            List.of(excuse("b", "ops", Optional.of("ill")), excuse("c", "ops", Optional.empty())),
            List.of());

    assertThat(codes(diagnosis)).contains("excused-agents").doesNotContain("extended-deadline");
    assertThat(diagnosis.healthy()).isTrue();
    assertThat(diagnosis.issues()).contains("b, c were excused by ops");
    assertThat(finding(diagnosis, "excused-agents").evidence())
        .isEqualTo("b: ill; c: no reason was given");
    assertThat(finding(diagnosis, "excused-agents").agents()).containsExactly("b", "c");
  }

  @Test
  void sp16_moreTimeIsSaid_withWhoAndWhy() {
    SyncDiagnosis diagnosis =
        repaired(
            List.of(),
            List.of(
                extension(Duration.ofMinutes(5), "ops", Optional.of("a long build")),
                extension(Duration.ofHours(1), "eve", Optional.empty())));

    assertThat(codes(diagnosis)).contains("extended-deadline").doesNotContain("excused-agents");
    assertThat(diagnosis.healthy()).isTrue();
    assertThat(diagnosis.issues())
        .contains("was given more time: 5 min 0 s by ops, 1 h 0 min by eve");
    assertThat(finding(diagnosis, "extended-deadline").evidence())
        .isEqualTo("a long build; no reason was given");
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

  @Test
  void aDeadAgentThatIsAwaitedIsAnError() {
    SyncDiagnosis diagnosis = awaited(Optional.of(agent("c", Liveness.DEAD)), Optional.empty());

    assertThat(codes(diagnosis)).containsExactly("dead-agents", "missing-agents");
    assertThat(severities(diagnosis)).containsExactly(Severity.ERROR, Severity.WARNING);
    assertThat(diagnosis.findings().get(0).agents()).containsExactly("c");
    assertThat(diagnosis.findings().get(0).evidence()).contains("so it seems").contains("1 min");
    assertThat(diagnosis.findings().get(0).remedy())
        .contains("start c again")
        .contains("sync-diag force p");
  }

  @Test
  void aDeadAgentThatHasArrivedIsNot() {
    assertThat(codes(registered(agent("a", Liveness.DEAD), agent("c", Liveness.ALIVE))))
        .containsExactly("missing-agents");
  }

  @Test
  void aLateAgentIsAnInformation_aSuspectOneAWarning() {
    SyncDiagnosis late = registered(agent("c", Liveness.LATE));
    SyncDiagnosis suspect = registered(agent("c", Liveness.SUSPECT));

    assertThat(codes(late)).containsExactly("silent-agents", "missing-agents");
    assertThat(late.healthy()).isTrue();
    assertThat(codes(suspect)).containsExactly("silent-agents", "missing-agents");
    assertThat(severities(suspect)).containsExactly(Severity.WARNING, Severity.INFO);
    assertThat(suspect.findings().get(0).evidence()).contains("c is SUSPECT: so it seems");
  }

  @Test
  void anAgentThatLivesOrOfWhichNothingIsKnownIsMissingOnly() {
    assertThat(codes(registered(agent("c", Liveness.ALIVE)))).containsExactly("missing-agents");
    assertThat(codes(registered(agent("c", Liveness.UNKNOWN)))).containsExactly("missing-agents");
    assertThat(registered(agent("c", Liveness.UNKNOWN)).healthy()).isTrue();
  }

  @Test
  void anAgentThatWasNeverRegisteredIsAWarning_andNearNamesAreNamed() {
    SyncDiagnosis diagnosis = registered(agent("a", Liveness.ALIVE), agent("c2", Liveness.ALIVE));

    assertThat(codes(diagnosis)).containsExactly("never-registered", "missing-agents");
    assertThat(severities(diagnosis)).containsOnly(Severity.WARNING);
    assertThat(diagnosis.findings().get(0).evidence())
        .contains("for c, did you mean c2, which is registered?");
  }

  @Test
  void whomThePointNeedsItselfWasNotMeant() {
    assertThat(registered(agent("b", Liveness.ALIVE)).findings().get(0).evidence())
        .doesNotContain("did you mean");
  }

  @Test
  void whereNobodyIsRegisteredNobodyIsCalledUnregistered() {
    assertThat(codes(registered())).containsExactly("missing-agents");
    assertThat(registered().participants()).noneMatch(participant -> participant.neverRegistered());
  }

  @Test
  void anAgentThatHasLeftIsAWarning() {
    SyncDiagnosis diagnosis =
        awaited(Optional.of(agent("a", Liveness.ALIVE)), Optional.of(Instant.EPOCH));

    assertThat(codes(diagnosis)).containsExactly("departed-agents", "missing-agents");
    assertThat(severities(diagnosis)).containsExactly(Severity.WARNING, Severity.INFO);
    assertThat(diagnosis.findings().get(0).evidence()).contains("c ended 1 min 0 s ago");
  }

  @Test
  void aRegistryThatCannotBeReadIsSaid_andNobodyIsCalledUnregistered() {
    Problem broken = new Problem("agents/x.jsonl", "is a directory");
    SyncDiagnosis diagnosis =
        diagnose(
            new Roll(List.of(agent("a", Liveness.ALIVE)), Map.of(), List.of(broken)),
            Optional.of(Duration.ofSeconds(25)));

    assertThat(codes(diagnosis)).containsExactly("unreadable-registry", "missing-agents");
    assertThat(diagnosis.problems()).containsExactly(broken);
  }

  @Test
  void whatHasEndedWaitsForNobody() {
    SyncStatus ended =
        status(SyncState.ERROR, Optional.of(SyncOutcome.TIMED_OUT), Set.of("a", "b"));
    Roll roll = new Roll(List.of(agent("c", Liveness.DEAD)), Map.of(), List.of());

    assertThat(
            codes(
                Diagnosis.of(
                    new Facts(
                        ended,
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        Repairs.NONE,
                        List.of(),
                        roll,
                        Optional.empty(),
                        Instant.EPOCH))))
        .containsExactly("ended-badly");
  }

  private static SyncDiagnosis registered(AgentInfo... agents) {
    return diagnose(
        new Roll(List.of(agents), Map.of(), List.of()), Optional.of(Duration.ofSeconds(25)));
  }

  private static SyncDiagnosis awaited(Optional<AgentInfo> agent, Optional<Instant> departed) {
    Map<String, Instant> gone = departed.map(at -> Map.of("c", at)).orElse(Map.of());
    return diagnose(
        new Roll(agent.stream().toList(), gone, List.of()), Optional.of(Duration.ofSeconds(25)));
  }

  private static SyncDiagnosis diagnose(Roll roll, Optional<Duration> left) {
    return Diagnosis.of(
        new Facts(
            status(SyncState.SYNCING, Optional.empty(), Set.of("a", "b")),
            left,
            Map.of("a", Instant.EPOCH),
            List.of(),
            Repairs.NONE,
            List.of(),
            roll,
            Optional.empty(),
            Instant.EPOCH.plusSeconds(60)));
  }

  private static AgentInfo agent(String id, Liveness liveness) {
    return new AgentInfo(
        id,
        "",
        AgentStatus.ACTIVE,
        liveness,
        "so it seems",
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Map.of());
  }

  private static List<Severity> severities(SyncDiagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::severity).toList();
  }

  private static Facts facts(
      SyncStatus status,
      Optional<Duration> left,
      List<Mismatch> mismatches,
      List<Problem> problems) {
    return facts(status, left, mismatches, Repairs.NONE, problems);
  }

  private static Facts facts(
      SyncStatus status,
      Optional<Duration> left,
      List<Mismatch> mismatches,
      Repairs repairs,
      List<Problem> problems) {
    return new Facts(
        status,
        left,
        Map.of(),
        mismatches,
        repairs,
        problems,
        Roll.EMPTY,
        Optional.empty(),
        Instant.EPOCH);
  }

  private static SyncDiagnosis repaired(List<Excuse> excuses, List<Extend> extensions) {
    return Diagnosis.of(
        facts(
            status(SyncState.SYNCING, Optional.empty(), Set.of("a")),
            Optional.of(Duration.ofSeconds(25)),
            List.of(),
            new Repairs(excuses, extensions),
            List.of()));
  }

  private static Excuse excuse(String agent, String actor, Optional<String> reason) {
    return new Excuse("e-" + agent, 1, "n", agent, actor, reason, THEN);
  }

  private static Extend extension(Duration by, String actor, Optional<String> reason) {
    return new Extend("x", 1, "n", "spec:a1", false, by, actor, reason, THEN);
  }

  private static Finding finding(SyncDiagnosis diagnosis, String code) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .orElseThrow();
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
