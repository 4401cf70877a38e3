package io.agentsync.follow;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to happen between the end of a generation and telling anybody: it is made durable, then
 * announced (W-2, J-8). An announcement is only written over a durable end, so whoever finds one
 * need not make it durable again.
 */
final class Endings {

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

  private final StandingJournal<SyncRecord, SyncPoint> journal;
  private final Durability durability;
  private final OpIds ops;
  private final String session;
  private final Map<String, StoreException> notDurable = new HashMap<>();
  private long settled;

  Endings(
      StandingJournal<SyncRecord, SyncPoint> journal,
      Durability durability,
      OpIds ops,
      String session) {
    this.journal = journal;
    this.durability = durability;
    this.ops = ops;
    this.session = session;
  }

  /** Begins anew, with another journal. */
  void reset() {
    settled = 0;
  }

  /**
   * Settles the generations that have ended since the last time.
   *
   * @throws StoreException if their ends cannot be made durable
   */
  void settle(Moment now, Releases releases) {
    List<Generation> ended = new ArrayList<>();
    List<Generation> silent = new ArrayList<>();
    for (Generation generation : journal.fold().generationsAfter(settled)) {
      if (!generation.open()) {
        // Not tried again if it fails: the system may say yes the second time without having done
        // it.
        settled = generation.number();
        if (!generation.announced()) {
          silent.add(generation);
        }
        ended.add(generation);
      }
    }
    if (!silent.isEmpty() && durability == Durability.POWER) {
      makeDurable(silent);
    }
    silent.forEach(generation -> announce(generation, now));
    ended.forEach(generation -> ringIfOwn(generation, releases));
  }

  /**
   * Why the end of a generation is not told: this process could not make it durable, and nobody has
   * announced it since (W-2). Empty if it may be told.
   */
  Optional<StoreException> doubt(SyncPoint point, long number) {
    Optional<Generation> told =
        point
            .generation(number)
            .or(() -> point.past().stream().filter(past -> past.number() == number).findFirst());
    return told.filter(generation -> !generation.announced())
        .map(generation -> notDurable.get(generation.nonce()))
        .map(
            failure ->
                new StoreException(
                    failure.place(),
                    "could not be made durable when generation %d ended (%s), so nobody is told how it ended; see to the disk, and start this process anew"
                        .formatted(number, failure.reason()),
                    failure));
  }

  private void makeDurable(List<Generation> ended) {
    try {
      journal.sync();
    } catch (StoreException e) {
      ended.forEach(generation -> notDurable.put(generation.nonce(), e));
      throw e;
    }
  }

  /**
   * Rings for what a record of this process ended, also if somebody else was faster to read and
   * announce it: whoever announces what another's record ended leaves the ringing to that one.
   */
  private void ringIfOwn(Generation generation, Releases releases) {
    if (!ops.own(generation.end().orElseThrow().op())) {
      return;
    }
    for (Claim claim : generation.claims()) {
      String other = claim.session().orElse(session);
      if (!other.equals(session)) {
        releases.ring(other);
      }
    }
  }

  private void announce(Generation generation, Moment now) {
    End end = generation.end().orElseThrow();
    Claim first = generation.first().orElse(null);
    Duration took = first == null ? Duration.ZERO : first.at().shownUntil(end.at());
    Ended ended =
        new Ended(
            ops.next(),
            generation.number(),
            generation.nonce(),
            end.outcome(),
            generation.arrived(),
            generation.missing(),
            generation.excused(),
            took,
            end.reason(),
            end.actor(),
            now);
    try {
      journal.mention(ended);
    } catch (AgentSyncException e) {
      // The store fails, or the sets are too long for one record: it has ended all the same.
      LOG.warn("generation {} ended, but that could not be announced", generation.number(), e);
    }
  }
}
