package io.agentsync.agent;

import io.agentsync.model.Domain;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * What can be said of an agent's life, and what that rests on. Only a proof makes it {@link
 * Liveness#DEAD}; the clock on the wall is not asked.
 *
 * @param liveness the verdict
 * @param evidence what it rests on, in words
 */
public record Judgement(Liveness liveness, String evidence) {

  /** How often whoever beats by itself does. */
  public static final Duration BEAT = Duration.ofSeconds(10);

  /** An agent that has not been heard of for longer is {@link Liveness#LATE}. */
  public static final Duration LATE = BEAT.multipliedBy(3);

  /** An agent that has not been heard of for longer is {@link Liveness#SUSPECT}. */
  public static final Duration SUSPECT = BEAT.multipliedBy(6);

  /** Judges an agent by its registration and what was found beside it. */
  public static Judgement of(Registration registration, Pulse pulse, Moment now) {
    Moment heard = pulse.heard(registration);
    if (pulse.life().isEmpty()) {
      return byBeatAlone(heard, now);
    }
    String process = "its process" + pulse.process().map(p -> " (" + p + ")").orElse("");
    return switch (pulse.life().get()) {
      case DEAD -> new Judgement(Liveness.DEAD, process + " is gone");
      case UNKNOWN ->
          new Judgement(
              Liveness.UNKNOWN, "nothing proves that " + process + " lives, or that it is gone");
      case ALIVE ->
          heard
              .until(now)
              .map(age -> byAge(process + " lives", age))
              .orElseGet(
                  () ->
                      new Judgement(
                          Liveness.ALIVE,
                          process + " lives; its beats are by a clock that cannot be compared"));
    };
  }

  private static Judgement byBeatAlone(Moment heard, Moment now) {
    String alone = "no process holds it";
    Optional<Duration> age = heard.until(now);
    if (age.isPresent()) {
      return byAge(alone, age.get());
    }
    return earlierBoot(heard, now)
        ? new Judgement(Liveness.SUSPECT, alone + ", and its last beat was before this boot")
        : new Judgement(
            Liveness.UNKNOWN, alone + ", and its last beat is by a clock that cannot be compared");
  }

  private static Judgement byAge(String so, Duration age) {
    Liveness liveness =
        age.compareTo(LATE) <= 0
            ? Liveness.ALIVE
            : age.compareTo(SUSPECT) <= 0 ? Liveness.LATE : Liveness.SUSPECT;
    return new Judgement(
        liveness, "%s, last beat %d s ago".formatted(so, Math.max(0, age.toSeconds())));
  }

  /** Where there are no time namespaces, another domain may be just another process. */
  private static boolean earlierBoot(Moment heard, Moment now) {
    Optional<Domain> then = heard.domain().filter(d -> d.timeNamespace().isPresent());
    Optional<Domain> present = now.domain().filter(d -> d.timeNamespace().isPresent());
    return then.isPresent()
        && present.isPresent()
        && !then.get().boot().equals(present.get().boot());
  }
}
