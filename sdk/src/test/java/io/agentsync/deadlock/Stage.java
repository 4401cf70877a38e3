package io.agentsync.deadlock;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Short words for who waits where; the claim of agent a at point p is {@code p-a}. */
final class Stage {

  private final List<Gathering> gatherings = new ArrayList<>();

  /** Agents that wait at a point for others, all of whom are needed: {@code "a b", "p", "c"}. */
  Stage waits(String agents, String point, String missing) {
    return waits(agents, point, missing, 0, false);
  }

  /** As before, and they say that they do nothing else. */
  Stage blocks(String agents, String point, String missing) {
    return waits(agents, point, missing, 0, true);
  }

  Stage waits(String agents, String point, String missing, int spare, boolean blocking) {
    Set<String> waiting = names(agents);
    Set<String> claims = new TreeSet<>();
    waiting.forEach(agent -> claims.add(point + "-" + agent));
    gatherings.add(
        new Gathering(
            point,
            nonce(point),
            waiting,
            blocking ? waiting : Set.of(),
            names(missing),
            spare,
            claims));
    return this;
  }

  List<Gathering> gatherings() {
    return gatherings;
  }

  static Moment at(long millis) {
    return new Moment(
        Instant.EPOCH.plusMillis(millis),
        Optional.of(new Domain("boot", Optional.empty())),
        Duration.ofMillis(millis).toNanos());
  }

  private static String nonce(String point) {
    return point + "-a";
  }

  private static Set<String> names(String words) {
    return new TreeSet<>(List.of(words.split(" ")));
  }
}
