package io.agentsync.follow;

import io.agentsync.agent.Vital;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Lost;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out for those who wait at one sync point that the meeting cannot happen any more: because
 * an agent that has to come is gone (SP-13), or because the machine was booted again (SP-14).
 */
final class LossWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LossWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Vitals vitals;
  private final Function<String, Life> sessions;
  private @Nullable Moment lastLook;

  LossWatch(Vitals vitals, Function<String, Life> sessions) {
    this.vitals = vitals;
    this.sessions = sessions;
  }

  /** Whether it is time to look after the missing: once a second, and not in the first one. */
  boolean due(Generation open, Moment now) {
    Moment last = lastLook;
    boolean due = longAgo(open.openedAt(), now) && (last == null || longAgo(last, now));
    if (due) {
      lastLook = now;
    }
    return due;
  }

  /**
   * The record that says who is lost, by a fresh look at the registry; empty if nobody is, or if
   * that cannot be told.
   *
   * @param grace how long one has to be gone
   */
  Optional<Lost> lost(Generation open, Duration grace, OpIds ops, Moment now) {
    Map<String, String> gone = new TreeMap<>();
    try {
      for (String agent : open.missing()) {
        Vital vital = vitals.of(agent, open.openedAt());
        if (vital.livedAfter() && goneFor(vital, now).compareTo(grace) >= 0) {
          gone.put(agent, vital.evidence());
        }
      }
    } catch (StoreException e) {
      LOG.warn("nothing can be said of the agents that are missing", e);
      return Optional.empty();
    }
    if (!open.hopelessWithout(gone.keySet())) {
      return Optional.empty();
    }
    String reason =
        gone.entrySet().stream()
            .map(lost -> lost.getKey() + " is lost: " + lost.getValue())
            .collect(Collectors.joining("; "));
    return Optional.of(
        new Lost(ops.next(), open.number(), open.nonce(), gone.keySet(), reason, now));
  }

  /** The record that ends a generation of an earlier boot in which nobody can live any more. */
  Optional<Abort> ofEarlierBoot(Generation open, OpIds ops, Moment now) {
    if (open.claims().isEmpty()) {
      return Optional.empty();
    }
    for (Claim claim : open.claims()) {
      if (!earlierBoot(claim.at(), now)
          || claim.session().map(sessions).filter(life -> life == Life.ALIVE).isPresent()) {
        return Optional.empty();
      }
    }
    String reason = "the machine was booted again, and nobody who waited there lives";
    return Optional.of(
        new Abort(ops.next(), open.number(), open.nonce(), "agent-sync", Optional.of(reason), now));
  }

  private static boolean longAgo(Moment then, Moment now) {
    return then.until(now).map(gap -> gap.compareTo(PAUSE) >= 0).orElse(true);
  }

  private static Duration goneFor(Vital vital, Moment now) {
    return vital.goneSince().flatMap(since -> since.until(now)).orElse(Duration.ofSeconds(-1));
  }

  /** A record that does not name its boot proves nothing. */
  private static boolean earlierBoot(Moment then, Moment now) {
    Optional<String> before = then.domain().map(Domain::boot);
    Optional<String> present = now.domain().map(Domain::boot);
    return before.isPresent() && present.isPresent() && !before.equals(present);
  }
}
