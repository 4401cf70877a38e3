package io.agentsync.follow;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time of one boot that stands still until it is turned by hand. */
final class HandTime implements TimeSource {

  private final Optional<Domain> domain;
  private Duration passed = Duration.ofHours(1);

  HandTime(String boot) {
    this(new Domain(boot, Optional.empty()));
  }

  HandTime(Domain domain) {
    this.domain = Optional.of(domain);
  }

  @Override
  public Moment now() {
    return new Moment(Instant.EPOCH.plus(passed), domain, passed.toNanos());
  }

  void advance(Duration time) {
    passed = passed.plus(time);
  }
}
