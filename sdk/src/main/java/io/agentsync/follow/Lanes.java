package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.model.StoreException;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes of a process, one for each sync point it has had to do with. Where many hold their
 * journals, those that nobody needs let go of them, the longest awake first.
 */
final class Lanes {

  /** So many may hold their journals, needed or not. */
  static final int MANY = 256;

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final Function<JournalName, PointLane> opening;
  private final Map<JournalName, PointLane> all = new ConcurrentHashMap<>();
  private final Queue<PointLane> awake = new ConcurrentLinkedQueue<>();
  private final AtomicInteger awakeNow = new AtomicInteger();

  Lanes(Function<JournalName, PointLane> opening) {
    this.opening = opening;
  }

  /** All there are, as they come. */
  Map<JournalName, PointLane> all() {
    return Collections.unmodifiableMap(all);
  }

  PointLane at(JournalName point) {
    if (awakeNow.get() > MANY) {
      // Two for the one that comes, so that there are fewer again once fewer are needed.
      letOneRest();
      letOneRest();
    }
    PointLane known = all.get(point);
    return known != null ? known : all.computeIfAbsent(point, opening);
  }

  /** One of them has opened its journal. */
  void awakes(PointLane lane) {
    awake.add(lane);
    awakeNow.incrementAndGet();
  }

  /** Lets all rest that can. */
  void letRest() {
    all.values().forEach(PointLane::rest);
  }

  private void letOneRest() {
    PointLane lane = awake.poll();
    if (lane == null) {
      return;
    }
    if (rests(lane)) {
      awakeNow.decrementAndGet();
    } else {
      awake.add(lane);
    }
  }

  /** Whoever comes to another point has nothing to do with what goes wrong at this one. */
  private static boolean rests(PointLane lane) {
    try {
      return lane.rest();
    } catch (StoreException e) {
      LOG.warn("a journal that nobody needs could not be let go of", e);
      return false;
    }
  }
}
