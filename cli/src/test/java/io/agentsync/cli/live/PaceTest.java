package io.agentsync.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  @ParameterizedTest
  @CsvSource({"10, 1000, 990", "250, 1000, 750", "251, 2000, 1749", "1500, 2000, 1500"})
  void onceASecondUnlessLookingIsSlow(long took, long interval, long pause) {
    Pace pace = new Pace(Optional.empty());
    assertThat(pace.interval(Duration.ofMillis(took)).toMillis()).isEqualTo(interval);
    assertThat(pace.pause(Duration.ofMillis(took)).toMillis()).isEqualTo(pause);
  }

  @Test
  void whatWasAskedForHoldsButNeverMoreThanHalfOfTheTime() {
    Pace pace = new Pace(Optional.of(Duration.ofMillis(500)));
    assertThat(pace.interval(Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(500));
    assertThat(pace.pause(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(400));
    assertThat(pace.pause(Duration.ofMillis(900))).isEqualTo(Duration.ofMillis(900));
  }
}
