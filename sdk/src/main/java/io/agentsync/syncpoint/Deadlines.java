package io.agentsync.syncpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reasons why one generation may time out: its spec's timeout from the first arrival, shorter
 * ones that agents asked for, and what an operator put in place of all those before (SP-10).
 */
final class Deadlines {

  private final Duration timeout;
  private final Map<String, Deadline> shorter = new LinkedHashMap<>();
  private @Nullable Claim first;
  private @Nullable Deadline ruling;

  Deadlines(Duration timeout) {
    this.timeout = timeout;
  }

  /** The first of the claims since somebody has been there without a break. */
  Optional<Claim> first() {
    return Optional.ofNullable(first);
  }

  List<Deadline> running() {
    Deadline main = ruling;
    if (main == null) {
      return List.of();
    }
    if (shorter.isEmpty()) {
      return List.of(main);
    }
    List<Deadline> running = new ArrayList<>(shorter.values());
    running.add(main);
    return running;
  }

  Optional<Deadline> running(String id) {
    return running().stream().filter(deadline -> deadline.id().equals(id)).findFirst();
  }

  void claimed(Claim claim, Duration asked) {
    if (first == null) {
      first = claim;
      ruling = Deadline.ofSpec(claim, timeout);
    }
    if (asked.compareTo(timeout) < 0) {
      shorter.put(claim.op(), Deadline.ofClaim(claim, asked));
    }
  }

  void withdrawn(String op) {
    shorter.remove(op);
  }

  void nobodyIsThere() {
    first = null;
    ruling = null;
  }

  void replacedBy(Deadline deadline) {
    shorter.clear();
    ruling = deadline;
  }
}
