package io.agentsync.follow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The tickets of one lane that wait, by the generation whose end they wait for. */
final class Waiters {

  private final Map<Long, List<Ticket<?>>> byGeneration = new HashMap<>();
  private int failFast;

  boolean none() {
    return byGeneration.isEmpty();
  }

  void add(Ticket<?> ticket) {
    byGeneration.computeIfAbsent(ticket.waitsFor(), number -> new ArrayList<>()).add(ticket);
    count(ticket, 1);
  }

  /** Takes one out; returns whether it was there. */
  boolean remove(Ticket<?> ticket) {
    List<Ticket<?>> waiters = byGeneration.get(ticket.waitsFor());
    if (waiters == null || !waiters.remove(ticket)) {
      return false;
    }
    count(ticket, -1);
    if (waiters.isEmpty()) {
      byGeneration.remove(ticket.waitsFor());
    }
    return true;
  }

  /** Takes out those who wait for such generations. */
  List<Ticket<?>> take(LongPredicate generations) {
    List<Ticket<?>> taken = new ArrayList<>();
    for (Iterator<Map.Entry<Long, List<Ticket<?>>>> all = byGeneration.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<Long, List<Ticket<?>>> waiters = all.next();
      if (generations.test(waiters.getKey())) {
        taken.addAll(waiters.getValue());
        all.remove();
      }
    }
    taken.forEach(ticket -> count(ticket, -1));
    return taken;
  }

  /** Whether one of those who wait for a generation would rather fail than wait in vain (SP-15). */
  boolean failFast(long generation) {
    // Asked at each arrival, and mostly nobody would.
    return failFast > 0
        && byGeneration.getOrDefault(generation, List.of()).stream().anyMatch(Ticket::failFast);
  }

  private void count(Ticket<?> ticket, int change) {
    if (ticket.failFast()) {
      failFast += change;
    }
  }

  /**
   * The shortest grace of those who wait for a generation; null if none of them has one (SP-13).
   */
  @Nullable Duration shortestGrace(long generation) {
    Duration shortest = null;
    for (Ticket<?> ticket : byGeneration.getOrDefault(generation, List.of())) {
      Duration grace = ticket.lossGrace();
      if (grace != null && (shortest == null || grace.compareTo(shortest) < 0)) {
        shortest = grace;
      }
    }
    return shortest;
  }
}
