package io.agentsync.benchmark.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the facts of the processes say of a round. */
class TimingTest {

  @Test
  void whatWasUsedAndCountedIsSharedAmongTheRounds() throws Exception {
    Timing timing =
        Timing.of(
            Map.of(
                "rounds", 10L,
                "nanos", 500_000_000L,
                "cpu.agents", 40_000L,
                "cpu.server", 20_000L,
                "count.requests", 70L));
    assertThat(timing.perSecond()).isEqualTo(20);
    assertThat(timing.cpuPerRound()).isEqualTo(6);
    assertThat(timing.counts()).isEqualTo(Map.of("requests", 7.0));
  }

  @Test
  void withoutARoundThereIsNothingToSay() {
    assertThatThrownBy(() -> Timing.of(Map.of("count.requests", 70L)))
        .isInstanceOf(IOException.class);
  }
}
