package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.benchmark.crew.ThreadTimes.Time;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread that ends, as those of compilers do, takes nothing back. */
class ThreadTimesTest {

  @Test
  void whatAThreadUsedThatHasEndedIsNotTakenOff() {
    ThreadTimes before =
        new ThreadTimes(Map.of("1", new Time("agents", 10), "2", new Time("compiler", 900)));
    ThreadTimes now =
        new ThreadTimes(Map.of("1", new Time("agents", 15), "3", new Time("compiler", 2)));

    assertThat(now.since(before)).isEqualTo(Map.of("agents", 5L, "compiler", 2L));
    assertThat(now.allSince(before)).isEqualTo(7);
  }
}
