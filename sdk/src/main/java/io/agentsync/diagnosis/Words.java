package io.agentsync.diagnosis;

import io.agentsync.deadlock.Outlook;
import io.agentsync.model.Names;
import io.agentsync.model.Participant;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** How findings say lists and times. */
final class Words {

  private static final int MOST_NAMES = 10;

  private Words() {}

  static String list(Collection<String> names) {
    return String.join(", ", names);
  }

  static String isOrAre(Collection<String> names) {
    return names.size() == 1 ? "is" : "are";
  }

  static Set<String> names(Collection<Participant> agents) {
    return Names.sorted(agents.stream().map(Participant::agent).toList());
  }

  /** What to do where agents are missing: bring them in, or go on without them. */
  static String startOrForce(String how, Collection<String> names, Facts facts) {
    return "%s, or let the others go on: sync-diag force %s"
        .formatted(how.formatted(list(names)), id(facts.status()));
  }

  /** The command that gives it half an hour more. */
  static String extend(SyncStatus status) {
    return "sync-diag extend %s 30m%s".formatted(status.syncId(), run(status));
  }

  /** The sync point as a command names it. */
  static String id(SyncStatus status) {
    return id(status.syncId(), status);
  }

  /** Another sync point of the same run, as a command names it. */
  static String id(String syncId, SyncStatus status) {
    return syncId + run(status);
  }

  /** Such as {@code 2 others: a, b}; of many, the first ones. */
  static String others(Collection<String> names) {
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return "%d other%s: %s%s"
        .formatted(
            names.size(),
            names.size() == 1 ? "" : "s",
            shown,
            names.size() > MOST_NAMES ? ", …" : "");
  }

  /** Whom it holds up as well that agents do not come, as the end of a sentence. */
  static String heldUp(Outlook outlook) {
    return outlook.blocked().isEmpty() ? "" : "; that blocks " + others(outlook.blocked());
  }

  private static String run(SyncStatus status) {
    return status.run().map(run -> " --run " + run).orElse("");
  }

  /** How long ago something was, by the clocks on the wall; they may differ a little. */
  static String since(Instant then, Instant now) {
    return time(then.isAfter(now) ? Duration.ZERO : Duration.between(then, now));
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
