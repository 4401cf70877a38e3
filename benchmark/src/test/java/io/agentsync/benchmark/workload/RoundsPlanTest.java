package io.agentsync.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.benchmark.report.Contestant;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who meets how in a quick run and in a full one. */
class RoundsPlanTest {

  static List<Effort> efforts() {
    return List.of(Effort.QUICK, Effort.FULL);
  }

  @ParameterizedTest
  @MethodSource("efforts")
  void nobodyIsMeasuredTwiceAtOnePlace(Effort effort) {
    List<String> places =
        RoundsPlan.of(effort).stream()
            .flatMap(
                entry ->
                    entry.who().stream()
                        .map(who -> who + " " + entry.agents() + " " + entry.processes()))
            .toList();
    assertThat(places).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("efforts")
  void whatAMarkIsAboutIsMeasuredAtLeastThreeTimesAndWarm(Effort effort) {
    assertThat(RoundsPlan.of(effort))
        .filteredOn(RoundsPlan.Entry::marked)
        .hasSize(4)
        .allSatisfy(
            entry -> {
              Effort fitting = entry.fitting(effort);
              assertThat(fitting.repetitions()).isGreaterThanOrEqualTo(3);
              assertThat(fitting.warmUp()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            });
  }

  @Test
  void aQuickRunMeasuresWhatTheMarksNeedAndNothingElse() {
    assertThat(RoundsPlan.of(Effort.QUICK)).allMatch(RoundsPlan.Entry::marked);
  }

  @Test
  void whereThereIsAMarkQuietCompilersAreWaitedForLonger() {
    Duration marked = new RoundsPlan.Entry(8, 4, true, List.of()).fitting(Effort.FULL).patience();
    Duration other = new RoundsPlan.Entry(8, 4, false, List.of()).fitting(Effort.FULL).patience();
    assertThat(marked).isEqualTo(Duration.ofMinutes(1)).isGreaterThan(other);
  }

  @Test
  void bothTakeNoLongerThanTheyMay() {
    assertThat(seconds(Effort.QUICK)).isLessThan(100);
    assertThat(seconds(Effort.FULL)).isLessThan(13 * 60);
  }

  /** Without what it takes to start them. */
  private static long seconds(Effort all) {
    Set<Contestant> warm = EnumSet.noneOf(Contestant.class);
    long millis = 0;
    for (RoundsPlan.Entry entry : RoundsPlan.of(all)) {
      Effort effort = entry.fitting(all);
      for (Contestant who : entry.who()) {
        boolean first = who.isJvm() && warm.add(who);
        millis += (first ? effort.warmUp() : effort.again()).toMillis();
        millis += effort.repetitions() * effort.lead().plus(effort.span()).toMillis();
      }
    }
    return millis / 1000;
  }
}
