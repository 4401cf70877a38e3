package io.agentsync.benchmark.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of what the processes of a crowd tell. */
class GatheringTest {

  @Test
  void itTookAsLongAsTheSlowest_andCompilersTookTheirPartOfAll() {
    Gathering gathering =
        Gathering.of(
            List.of(
                Map.of("took", 2_000_000_000L, "cpu.agents", 60L, "cpu.compiler", 30L),
                Map.of("took", 3_000_000_000L, "cpu.gc", 10L)));

    assertThat(gathering).isEqualTo(new Gathering(3, 0.3));
  }

  @Test
  void whereTheSystemDoesNotSay_noneCompile() {
    assertThat(Gathering.of(List.of(Map.of("took", 1_000_000_000L))))
        .isEqualTo(new Gathering(1, 0));
  }
}
