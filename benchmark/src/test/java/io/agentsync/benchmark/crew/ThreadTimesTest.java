package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread that ends, as those of compilers do, takes nothing back. */
class ThreadTimesTest {

  @Test
  void whatAThreadUsedThatHasEndedIsNotTakenOff() {
    Map<String, Long> before = Map.of("1", 10L, "2", 900L);
    Map<String, Long> now = Map.of("1", 15L, "3", 2L);

    assertThat(ThreadTimes.usedSince(before, now)).isEqualTo(7);
  }
}
