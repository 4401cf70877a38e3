package io.agentsync.syncpoint;

import io.agentsync.model.Names;
import io.agentsync.model.SyncOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One rendezvous: who has to come, who stands, and how it ended. Only the fold changes it, and
 * nothing changes it after its end (SP-7).
 */
public final class Generation {

  private final long number;
  private final String nonce;
  private final Spec spec;
  private final boolean declared;
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, Integer> claimsOfAgent = new HashMap<>();
  private final Map<String, Deadline> shorterDeadlines = new LinkedHashMap<>();
  private final Map<String, Fate> others = new HashMap<>();
  private final List<Mismatch> mismatches = new ArrayList<>();
  private @Nullable Claim first;
  private @Nullable End end;
  private boolean announced;

  Generation(long number, String nonce, Spec spec, boolean declared) {
    this.number = number;
    this.nonce = nonce;
    this.spec = spec;
    this.declared = declared;
  }

  /** Its number: 1, 2, 3… in its sync point. */
  public long number() {
    return number;
  }

  /** The operation id of the record that opened it; no other generation has it. */
  public String nonce() {
    return nonce;
  }

  /** What it was opened with. */
  public Spec spec() {
    return spec;
  }

  /** Whether it has not ended. */
  public boolean open() {
    return end == null;
  }

  /** How it ended. */
  public Optional<End> end() {
    return Optional.ofNullable(end);
  }

  /** Whether those who waited for it could go on. */
  public boolean completed() {
    return end != null && end.outcome().success();
  }

  /** Whether its end has been announced by an {@link Ended}. */
  public boolean announced() {
    return announced;
  }

  /** The claims that stand, or stood at the end, in order. */
  public Collection<Claim> claims() {
    return Collections.unmodifiableCollection(claims.values());
  }

  /** The first of the claims since somebody has been there without a break (SP-10). */
  public Optional<Claim> first() {
    return Optional.ofNullable(first);
  }

  /** The agents that stand, or stood at the end, sorted. */
  public Set<String> arrived() {
    return spec.required().size() == claimsOfAgent.size()
        ? spec.required()
        : Names.sorted(claimsOfAgent.keySet());
  }

  /** The required agents that do not stand, sorted. */
  public Set<String> missing() {
    if (spec.required().size() == claimsOfAgent.size()) {
      return Set.of();
    }
    TreeSet<String> missing = new TreeSet<>(spec.required());
    missing.removeAll(claimsOfAgent.keySet());
    return Collections.unmodifiableSet(missing);
  }

  /** The arrivals that were turned away (SP-2), in order. */
  public List<Mismatch> mismatches() {
    return Collections.unmodifiableList(mismatches);
  }

  /** The deadlines that run now; any of them that has passed may end it (SP-10). */
  public List<Deadline> deadlines() {
    if (first == null || end != null) {
      return List.of();
    }
    Deadline bySpec = Deadline.ofSpec(first, spec.timeout());
    if (shorterDeadlines.isEmpty()) {
      return List.of(bySpec);
    }
    List<Deadline> running = new ArrayList<>(shorterDeadlines.values());
    running.add(bySpec);
    return running;
  }

  /** The same without its single claims, for those who keep many that have ended. */
  Generation abridged() {
    Generation copy = new Generation(number, nonce, spec, declared);
    copy.claimsOfAgent.putAll(claimsOfAgent);
    copy.first = first;
    copy.end = end;
    copy.announced = announced;
    return copy;
  }

  Fate fate(String op) {
    if (claims.containsKey(op)) {
      return Fate.COUNTED;
    }
    Fate unsettled = end == null ? Fate.UNSEEN : Fate.VOID;
    return others.isEmpty() ? unsettled : others.getOrDefault(op, unsettled);
  }

  void withdrawInAdvance(Collection<String> ops) {
    ops.forEach(op -> others.put(op, Fate.WITHDRAWN));
  }

  void arrive(Arrive record, @Nullable Spec view) {
    if (claims.containsKey(record.op()) || others.containsKey(record.op())) {
      return;
    }
    if (view == null) {
      others.put(record.op(), Fate.VOID);
    } else if (!spec.implies(view) || !spec.required().contains(record.agent())) {
      others.put(record.op(), Fate.MISMATCHED);
      note(mismatchOf(record, view));
    } else {
      stand(record);
    }
  }

  void withdraw(Withdraw record) {
    Claim claim = claims.remove(record.claim());
    others.put(record.claim(), Fate.WITHDRAWN);
    shorterDeadlines.remove(record.claim());
    if (claim == null) {
      return;
    }
    claimsOfAgent.computeIfPresent(claim.agent(), (agent, count) -> count == 1 ? null : count - 1);
    if (claims.isEmpty()) {
      first = null;
      if (!declared) {
        end(everyoneWithdrew(record));
      }
    }
  }

  void timeout(Timeout record) {
    if (deadlines().stream().anyMatch(deadline -> deadline.id().equals(record.deadline()))) {
      String reason = "still missing: " + String.join(", ", missing());
      end(
          new End(
              SyncOutcome.TIMED_OUT,
              Optional.of(reason),
              Optional.empty(),
              record.op(),
              record.at()));
    }
  }

  void end(End how) {
    end = how;
  }

  void note(Mismatch record) {
    if (mismatches.stream().noneMatch(record::sameAs)) {
      mismatches.add(record);
    }
  }

  Mismatch mismatchOf(Arrive record, Spec view) {
    return new Mismatch(
        record.op(), number, nonce, record.agent(), record.session(), view.required(), record.at());
  }

  void announce() {
    announced = end != null;
  }

  private void stand(Arrive record) {
    Claim claim = new Claim(record.op(), record.agent(), record.session(), record.at());
    claims.put(record.op(), claim);
    claimsOfAgent.merge(record.agent(), 1, Integer::sum);
    if (first == null) {
      first = claim;
    }
    Duration own = record.timeout().orElse(spec.timeout());
    if (own.compareTo(spec.timeout()) < 0) {
      shorterDeadlines.put(claim.op(), Deadline.ofClaim(claim, own));
    }
    if (spec.rule().met(spec.required().size(), claimsOfAgent.size())) {
      end(
          new End(
              SyncOutcome.COMPLETED, Optional.empty(), Optional.empty(), record.op(), record.at()));
    }
  }

  private static End everyoneWithdrew(Withdraw record) {
    return new End(
        SyncOutcome.ABORTED,
        Optional.of("everyone withdrew"),
        Optional.empty(),
        record.op(),
        record.at());
  }
}
