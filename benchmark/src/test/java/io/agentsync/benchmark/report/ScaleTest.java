package io.agentsync.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Places on a logarithmic axis. */
class ScaleTest {

  private final Scale scale = Scale.logarithmic(DoubleStream.of(10, 1000), 0, 100);

  @Test
  void theMiddleOfTwoPowersIsInTheMiddle() {
    assertThat(scale.place(100)).isCloseTo(50, within(1e-9));
  }

  @Test
  void whatIsSmallerThanAllIsAtTheEdge() {
    assertThat(scale.place(0)).isEqualTo(0);
  }

  @Test
  void powersOfTenAreMarked() {
    assertThat(scale.ticks()).containsExactly(10.0, 100.0, 1000.0);
  }
}
