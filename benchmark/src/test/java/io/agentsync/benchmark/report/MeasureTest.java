package io.agentsync.benchmark.report;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static io.agentsync.benchmark.report.Contestant.JEDIS_LIST;
import static io.agentsync.benchmark.report.Contestant.JEDIS_PUBSUB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is held against a mark. */
class MeasureTest {

  private static final Cell OURS = new Cell("rounds", AGENT_SYNC, 8, "rounds/s");
  private static final List<Contestant> REDIS = List.of(JEDIS_LIST, JEDIS_PUBSUB);

  private final Results results = new Results();

  @Test
  void aRatioIsTakenRepetitionByRepetition() {
    measured(OURS, 10, 40, 30);
    measured(OURS.of(CURATOR), 5, 10, 30);
    assertThat(Measure.ratio(OURS, OURS.of(CURATOR)).of(results)).contains(new Spread(1, 2, 4));
  }

  @Test
  void aRatioToNothingIsNone() {
    measured(OURS, 10);
    assertThat(Measure.ratio(OURS, OURS.of(CURATOR)).of(results)).isEmpty();
    assertThat(Measure.ratioToHighest(OURS, REDIS).of(results)).isEmpty();
  }

  @Test
  void theBetterOfTwoPeersIsTheOneToBeat() {
    measured(OURS, 12);
    measured(OURS.of(JEDIS_LIST), 3);
    measured(OURS.of(JEDIS_PUBSUB), 6);
    assertThat(Measure.ratioToHighest(OURS, REDIS).of(results)).contains(new Spread(2, 2, 2));
    assertThat(Measure.ratioToLowest(OURS, REDIS).of(results)).contains(new Spread(4, 4, 4));
  }

  @Test
  void aShareIsPartOfTheValue() {
    measured(OURS, 128, 256, 384);
    assertThat(Measure.share(OURS, 128).of(results)).contains(new Spread(1, 2, 3));
  }

  private void measured(Cell cell, double... values) {
    for (double value : values) {
      results.add(cell, value);
    }
  }
}
