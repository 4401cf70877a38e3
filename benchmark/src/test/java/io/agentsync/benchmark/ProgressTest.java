package io.agentsync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people see who wait. */
class ProgressTest {

  @Test
  void timesAreMinutesAndSeconds() {
    assertThat(Progress.clock(Duration.ofMillis(9_900))).isEqualTo("0:09");
    assertThat(Progress.clock(Duration.ofSeconds(754))).isEqualTo("12:34");
    assertThat(Progress.clock(Duration.ofMinutes(61))).isEqualTo("61:00");
  }

  @Test
  void eachWorkloadBeginsAndEnds() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    progress.begins("rounds", "how fast");
    progress.ends("rounds");
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("[0:00] rounds: how fast", "[0:00] rounds took 0:00");
  }
}
