package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Percentiles of many durations. */
class DurationsTest {

  @Test
  void aPercentileIsADurationThatWasMeasured() {
    Durations durations = new Durations();
    for (int i = 2000; i > 0; i--) {
      durations.add(i);
    }
    assertThat(durations.percentile(50)).isEqualTo(1000);
    assertThat(durations.percentile(99)).isEqualTo(1980);
    assertThat(durations.percentile(100)).isEqualTo(2000);
    assertThat(durations.sum()).isEqualTo(2001 * 1000);
  }

  @Test
  void ofNoneItIsZero() {
    assertThat(new Durations().percentile(50)).isZero();
  }
}
