package io.agentsync.syncpoint;

import io.agentsync.model.ArrivalStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The claims that stand in one generation: an agent stands while one of its claims does, and its
 * latest one says its status and payload (SP-5).
 */
final class Claims {

  private final Map<String, Claim> byOp = new LinkedHashMap<>();
  private final Map<String, Claim> latest = new HashMap<>();
  private int ok;
  private int failed;

  boolean empty() {
    return byOp.isEmpty();
  }

  boolean holds(String op) {
    return byOp.containsKey(op);
  }

  Collection<Claim> inOrder() {
    return Collections.unmodifiableCollection(byOp.values());
  }

  /** The latest claim of each agent. */
  Collection<Claim> latest() {
    return Collections.unmodifiableCollection(latest.values());
  }

  Set<String> agents() {
    return Collections.unmodifiableSet(latest.keySet());
  }

  int ok() {
    return ok;
  }

  int failed() {
    return failed;
  }

  /** What the agents that stand have brought, by agent, sorted. */
  Map<String, Object> payloads() {
    Map<String, Object> payloads = new TreeMap<>();
    for (Claim claim : latest.values()) {
      claim.payload().ifPresent(payload -> payloads.put(claim.agent(), payload));
    }
    return payloads;
  }

  void add(Claim claim) {
    byOp.put(claim.op(), claim);
    speakFor(claim.agent(), claim);
  }

  /** Takes a claim back; returns it if it stood. */
  @Nullable Claim remove(String op) {
    Claim gone = byOp.remove(op);
    if (gone != null) {
      speakFor(gone.agent(), lastOf(gone.agent()));
    }
    return gone;
  }

  private void speakFor(String agent, @Nullable Claim now) {
    Claim before = now == null ? latest.remove(agent) : latest.put(agent, now);
    count(before, -1);
    count(now, 1);
  }

  private void count(@Nullable Claim claim, int change) {
    if (claim != null && claim.status() == ArrivalStatus.OK) {
      ok += change;
    } else if (claim != null && claim.status() == ArrivalStatus.FAILED) {
      failed += change;
    }
  }

  private @Nullable Claim lastOf(String agent) {
    Claim last = null;
    for (Claim claim : byOp.values()) {
      last = claim.agent().equals(agent) ? claim : last;
    }
    return last;
  }
}
