package io.agentsync.benchmark.report;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marks are met, short or not measured; nothing is passed over. */
class JudgeTest {

  private static final String MARK = "rounds-8-curator";
  private static final Cell OURS =
      new Cell(Workloads.rounds(4), AGENT_SYNC, 8, Metrics.ROUNDS_PER_SECOND);

  private final Results results = new Results();

  @Test
  void aMarkIsMetByTheMedian() {
    measured(41, 40, 1);
    assertThat(verdict(Map.of()).word()).isEqualTo("met");
    assertThat(verdict(Map.of()).reason()).isEmpty();
  }

  @Test
  void whatIsShortSaysWhy() {
    measured(39, 41, 2);
    Verdict verdict = verdict(Map.of(MARK, "the compiler"));
    assertThat(verdict.word()).isEqualTo("short");
    assertThat(verdict.reason()).isEqualTo("the compiler");
    assertThat(verdict.measured()).isEqualTo("39 × (2 to 41)");
  }

  @Test
  void whatIsShortWithoutAReasonSaysThatToo() {
    measured(1);
    assertThat(verdict(Map.of()).reason()).isEqualTo("not explained yet");
  }

  @Test
  void whatWasNotMeasuredIsNotMet() {
    assertThat(new Judge(Map.of()).judge(results))
        .isNotEmpty()
        .allSatisfy(verdict -> assertThat(verdict.word()).isEqualTo("not measured"));
  }

  @Test
  void whatFailedIsBlamedForItsOwnWorkloadOnly() {
    results.add(new Absence(Workloads.rounds(4), 8, CURATOR, "no server"));
    results.add(new Absence(Workloads.IDLE, 1, AGENT_SYNC, "no process"));
    Verdict verdict = verdict(Map.of());
    assertThat(verdict.word()).isEqualTo("not measured");
    assertThat(verdict.reason()).isEqualTo("Curator, no forced sync, rounds, 4 JVMs, 8: no server");
  }

  @Test
  void eachMarkHasAnIdOfItsOwn() {
    List<String> ids = Marks.all().stream().map(Mark::id).toList();
    Set<String> distinct = new HashSet<>(ids);
    assertThat(distinct).hasSameSizeAs(ids);
  }

  private void measured(double... ratios) {
    for (double ratio : ratios) {
      results.add(OURS, ratio);
      results.add(OURS.of(CURATOR), 1);
    }
  }

  private Verdict verdict(Map<String, String> reasons) {
    return new Judge(reasons)
        .judge(results).stream()
            .filter(verdict -> verdict.mark().id().equals(MARK))
            .findFirst()
            .orElseThrow();
  }
}
