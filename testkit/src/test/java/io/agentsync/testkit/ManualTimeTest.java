package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Moment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

  private final ManualTime time = new ManualTime();
  private final Moment start = time.now();

  @Test
  void standsStillUntilTurned() {
    assertThat(time.now()).isEqualTo(start);
    time.advance(Duration.ofSeconds(3));
    assertThat(start.until(time.now())).hasValue(Duration.ofSeconds(3));
  }

  @Test
  void sleepMovesTheWallOnly() {
    time.sleep(Duration.ofHours(2));
    assertThat(start.until(time.now())).hasValue(Duration.ZERO);
    assertThat(time.now().wall()).isEqualTo(start.wall().plus(Duration.ofHours(2)));
  }

  @Test
  void rebootBeginsAnotherDomain() {
    time.reboot();
    assertThat(start.until(time.now())).isEmpty();
  }
}
