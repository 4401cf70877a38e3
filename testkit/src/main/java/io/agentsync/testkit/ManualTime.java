package io.agentsync.testkit;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time that stands still until it is turned by hand. */
public final class ManualTime implements TimeSource {

  private int boots = 1;
  private Moment present =
      new Moment(Instant.parse("2025-01-01T08:00:00Z"), boot(boots), 1_000_000_000L);

  /** Begins on the morning of 2025-01-01, in the first boot. */
  public ManualTime() {}

  @Override
  public synchronized Moment now() {
    return present;
  }

  /** Lets time pass, for both clocks. */
  public synchronized void advance(Duration time) {
    present =
        new Moment(present.wall().plus(time), present.domain(), present.nanos() + time.toNanos());
  }

  /** Lets the machine sleep: the wall clock goes on, the monotonic one stands still. */
  public synchronized void sleep(Duration time) {
    setWall(present.wall().plus(time));
  }

  /** Sets the clock on the wall, as an operator or a time server would. */
  public synchronized void setWall(Instant wall) {
    present = new Moment(wall, present.domain(), present.nanos());
  }

  /** Starts the machine anew: monotonic time begins again, in another domain. */
  public synchronized void reboot() {
    boots++;
    present = new Moment(present.wall(), boot(boots), 0);
  }

  private static Optional<Domain> boot(int number) {
    return Optional.of(new Domain("boot-" + number, Optional.of("1")));
  }
}
