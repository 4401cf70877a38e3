package io.agentsync.diagnosis;

import java.time.Duration;
import java.util.Collection;

/** How findings say lists and times. */
final class Words {

  private Words() {}

  static String list(Collection<String> names) {
    return String.join(", ", names);
  }

  static String isOrAre(Collection<String> names) {
    return names.size() == 1 ? "is" : "are";
  }

  /** A time in its two largest units, such as {@code 1 min 20 s}. */
  static String time(Duration time) {
    Duration shown = time.abs();
    if (shown.toDays() > 0) {
      return "%d d %d h".formatted(shown.toDays(), shown.toHoursPart());
    }
    if (shown.toHours() > 0) {
      return "%d h %d min".formatted(shown.toHours(), shown.toMinutesPart());
    }
    if (shown.toMinutes() > 0) {
      return "%d min %d s".formatted(shown.toMinutes(), shown.toSecondsPart());
    }
    return shown.toSeconds() > 0
        ? "%d s".formatted(shown.toSeconds())
        : "%d ms".formatted(shown.toMillis());
  }
}
