package io.agentsync.cli.live;

import java.time.Duration;
import java.util.Optional;

/**
 * How often the store is looked at.
 *
 * @param given what was asked for; without it once a second, every two seconds if looking is slow
 */
public record Pace(Optional<Duration> given) {

  private static final Duration USUAL = Duration.ofSeconds(1);
  private static final Duration RELAXED = Duration.ofSeconds(2);
  private static final Duration SLOW = Duration.ofMillis(250);

  /** The time from one look to the next, if looking takes so long. */
  Duration interval(Duration took) {
    return given.orElse(took.compareTo(SLOW) > 0 ? RELAXED : USUAL);
  }

  /** The time between two looks: at least as long as looking takes, as others want to work too. */
  Duration pause(Duration took) {
    Duration rest = interval(took).minus(took);
    return rest.compareTo(took) > 0 ? rest : took;
  }
}
