package io.agentsync.follow;

import io.agentsync.agent.Vital;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Lost;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** So many agents are asked after at one look, so that a look stays short. */
  private static final int MOST_AT_ONCE = 50;

  private final Vitals vitals;
  private final EarlierBoots earlier;
  private final Set<String> suspects = new TreeSet<>();
  private String nonce = "";
  private String lastAsked = "";
  private @Nullable Moment lastLook;
  private boolean blind;

  LossWatch(Vitals vitals, EarlierBoots earlier) {
    this.vitals = vitals;
    this.earlier = earlier;
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
    if (!open.nonce().equals(nonce)) {
      nonce = open.nonce();
      suspects.clear();
    }
    try {
      Set<String> turn = turn(open);
      suspects.removeAll(turn);
      suspects.addAll(gone(open, turn, grace, now).keySet());
      suspects.retainAll(open.missing());
      // Those who were asked after at an earlier look may have come back since.
      Map<String, String> gone =
          open.hopelessWithout(suspects) ? gone(open, suspects, grace, now) : Map.of();
      blind = false;
      return open.hopelessWithout(gone.keySet())
          ? Optional.of(record(open, gone, ops.next(), now))
          : Optional.empty();
    } catch (StoreException e) {
      if (!blind) {
        LOG.warn("for now, nothing can be said of the agents that are missing", e);
      }
      blind = true;
      return Optional.empty();
    }
  }

  /** The missing whose turn it is to be asked after. */
  private Set<String> turn(Generation open) {
    TreeSet<String> missing = new TreeSet<>(open.missing());
    Set<String> turn = new TreeSet<>();
    for (String agent : missing.tailSet(lastAsked, false)) {
      if (turn.size() == MOST_AT_ONCE) {
        return turn;
      }
      turn.add(agent);
      lastAsked = agent;
    }
    lastAsked = "";
    return turn;
  }

  private Map<String, String> gone(
      Generation open, Set<String> agents, Duration grace, Moment now) {
    Map<String, String> gone = new TreeMap<>();
    for (String agent : agents) {
      Vital vital = vitals.of(agent, open.openedAt());
      if (vital.livedAfter() && goneFor(vital, open.left(agent), now).compareTo(grace) >= 0) {
        String since = vital.goneSince().map(known -> known.wall().toString()).orElse("now");
        gone.put(agent, "%s, known since %s".formatted(vital.evidence(), since));
      }
    }
    return gone;
  }

  private static Lost record(Generation open, Map<String, String> gone, String op, Moment now) {
    String reason =
        gone.entrySet().stream()
            .map(lost -> lost.getKey() + " is lost: " + lost.getValue())
            .collect(Collectors.joining("; "));
    return new Lost(op, open.number(), open.nonce(), gone.keySet(), reason, now);
  }

  /** The record that ends a generation of an earlier boot in which nobody can live any more. */
  Optional<Abort> ofEarlierBoot(Generation open, OpIds ops, Moment now) {
    return earlier.left(open, now) ? earlier.end(open, ops.next(), now) : Optional.empty();
  }

  private static boolean longAgo(Moment then, Moment now) {
    return then.until(now).map(gap -> gap.compareTo(PAUSE) >= 0).orElse(true);
  }

  /** An agent that has arrived and left again is waited for anew. */
  private static Duration goneFor(Vital vital, Optional<Moment> left, Moment now) {
    Duration gone =
        vital.goneSince().flatMap(since -> since.until(now)).orElse(Duration.ofSeconds(-1));
    Duration away = left.flatMap(at -> at.until(now)).orElse(gone);
    return away.compareTo(gone) < 0 ? away : gone;
  }
}
