package io.agentsync.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a cost grows. */
class GrowthTest {

  @Test
  void tenTimesTheCostForTenTimesTheSizeIsLinear() {
    Growth growth = Growth.of(new TreeMap<>(Map.of(10, 3.0, 100, 30.0, 1000, 300.0)));
    assertThat(growth.power()).isCloseTo(1, within(1e-9));
    assertThat(growth.words()).isEqualTo("n^1.00, linear or better");
  }

  @Test
  void aHundredTimesTheCostIsNot() {
    Growth growth = Growth.of(new TreeMap<>(Map.of(10, 3.0, 100, 300.0)));
    assertThat(growth.words()).isEqualTo("n^2.00, worse than linear");
  }
}
