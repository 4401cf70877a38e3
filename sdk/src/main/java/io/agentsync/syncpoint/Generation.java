package io.agentsync.syncpoint;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.syncpoint.CompletionRule.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final Moment openedAt;
  private final Claims claims = new Claims();
  private final Deadlines deadlines;
  private final Map<String, Moment> left = new HashMap<>();
  private final Map<String, Excuse> excuses = new TreeMap<>();
  private final Map<String, Fate> others = new HashMap<>();
  private final List<Mismatch> mismatches = new ArrayList<>();
  private final List<Extend> extensions = new ArrayList<>();
  private @Nullable End end;
  private @Nullable Map<String, Object> brought;
  private boolean announced;

  Generation(long number, String nonce, Spec spec, boolean declared, Moment openedAt) {
    this.number = number;
    this.nonce = nonce;
    this.spec = spec;
    this.declared = declared;
    this.openedAt = openedAt;
    this.deadlines = new Deadlines(spec.timeout());
  }

  /** Its number: 1, 2, 3… in its sync point. */
  public long number() {
    return number;
  }

  /** The operation id of the record that opened it; no other generation has it. */
  public String nonce() {
    return nonce;
  }

  /** When it was opened. */
  public Moment openedAt() {
    return openedAt;
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

  /** Where it stands, in the words that people and scripts are shown. */
  public SyncState state() {
    if (end != null) {
      return end.outcome().success() ? SyncState.COMPLETED : SyncState.ERROR;
    }
    return claims.empty() ? SyncState.READY : SyncState.SYNCING;
  }

  /** Whether its end has been announced by an {@link Ended}. */
  public boolean announced() {
    return announced;
  }

  /** The claims that stand, or stood at the end, in order. */
  public Collection<Claim> claims() {
    return claims.inOrder();
  }

  /** The first of the claims since somebody has been there without a break (SP-10). */
  public Optional<Claim> first() {
    return deadlines.first();
  }

  /** The agents that stand, or stood at the end, sorted. */
  public Set<String> arrived() {
    Set<String> standing = claims.agents();
    return standing.size() == spec.required().size() ? spec.required() : Names.sorted(standing);
  }

  /** The required agents that do not stand and are not excused, sorted. */
  public Set<String> missing() {
    if (claims.agents().size() == spec.required().size()) {
      return Set.of();
    }
    TreeSet<String> missing = new TreeSet<>(spec.required());
    missing.removeAll(claims.agents());
    missing.removeAll(excuses.keySet());
    return Collections.unmodifiableSet(missing);
  }

  /** The required agents that were excused and do not stand, sorted (SP-8). */
  public Set<String> excused() {
    if (excuses.isEmpty()) {
      return Set.of();
    }
    TreeSet<String> absent = new TreeSet<>(excuses.keySet());
    absent.removeAll(claims.agents());
    return Collections.unmodifiableSet(absent);
  }

  /** What the agents that stand, or stood at the end, have brought, by agent, sorted. */
  public Map<String, Object> payloads() {
    Map<String, Object> known = brought;
    if (known == null) {
      known = Collections.unmodifiableMap(claims.payloads());
      // Nothing changes them after the end, when everybody who waits is given them.
      brought = end == null ? null : known;
    }
    return known;
  }

  /** When a claim of an agent was last withdrawn. */
  public Optional<Moment> left(String agent) {
    return Optional.ofNullable(left.get(agent));
  }

  /** The excuses of those whom it does without, by agent (SP-16). */
  public List<Excuse> excuses() {
    if (excuses.isEmpty()) {
      return List.of();
    }
    Set<String> absent = excused();
    return excuses.values().stream().filter(excuse -> absent.contains(excuse.agent())).toList();
  }

  /** What gave it more time, in order. */
  public List<Extend> extensions() {
    return Collections.unmodifiableList(extensions);
  }

  /** The arrivals that were turned away (SP-2), in order. */
  public List<Mismatch> mismatches() {
    return Collections.unmodifiableList(mismatches);
  }

  /** The deadlines that run now; any of them that has passed may end it (SP-10). */
  public List<Deadline> deadlines() {
    return end == null ? deadlines.running() : List.of();
  }

  /** The same with one claim per agent, for those who keep many that have ended. */
  Generation abridged() {
    Generation copy = new Generation(number, nonce, spec, declared, openedAt);
    claims.latest().forEach(copy.claims::add);
    first().ifPresent(claim -> copy.deadlines.claimed(claim, spec.timeout()));
    copy.excuses.putAll(excuses);
    copy.end = end;
    copy.announced = announced;
    return copy;
  }

  Fate fate(String op) {
    if (claims.holds(op)) {
      return Fate.COUNTED;
    }
    Fate unsettled = end == null ? Fate.UNSEEN : Fate.VOID;
    return others.isEmpty() ? unsettled : others.getOrDefault(op, unsettled);
  }

  void withdrawInAdvance(Collection<String> ops) {
    ops.forEach(op -> others.put(op, Fate.WITHDRAWN));
  }

  void arrive(Arrive record, @Nullable Spec view) {
    if (claims.holds(record.op()) || others.containsKey(record.op())) {
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
    deadlines.withdrawn(record.claim());
    if (claim == null) {
      return;
    }
    left.put(claim.agent(), record.at());
    if (!claims.empty()) {
      judge(record.op(), record.at(), Optional.empty());
      return;
    }
    deadlines.nobodyIsThere();
    if (!declared) {
      end(End.because(SyncOutcome.ABORTED, "everyone withdrew", record.op(), record.at()));
    }
  }

  void timeout(Timeout record) {
    if (deadlines.running(record.deadline()).isPresent()) {
      String reason = "still missing: " + String.join(", ", missing());
      end(End.because(SyncOutcome.TIMED_OUT, reason, record.op(), record.at()));
    }
  }

  void excuse(Excuse record) {
    if (spec.required().contains(record.agent()) && !excuses.containsKey(record.agent())) {
      excuses.put(record.agent(), record);
      judge(record.op(), record.at(), Optional.of(record.actor()));
    }
  }

  /** The record that excused an agent. */
  Optional<Excuse> excuseOf(String agent) {
    return Optional.ofNullable(excuses.get(agent));
  }

  void lost(Lost record) {
    if (missing().containsAll(record.agents()) && hopelessWithout(record.agents())) {
      end(End.because(SyncOutcome.AGENT_LOST, record.reason(), record.op(), record.at()));
    }
  }

  /** Whether it can no longer be completed if these of the missing never come. */
  public boolean hopelessWithout(Set<String> gone) {
    return gone.size() > spare();
  }

  /** How many of the missing need not come for it to be completed; of use while it is open. */
  public int spare() {
    return spec.rule().spare(tally());
  }

  void extend(Extend record) {
    deadlines
        .running(record.judged())
        .map(record::insteadOf)
        .ifPresent(
            later -> {
              deadlines.replacedBy(later);
              extensions.add(record);
            });
  }

  boolean extendedBy(String op) {
    return extensions.stream().anyMatch(extension -> extension.op().equals(op));
  }

  void abort(Abort record) {
    if (record.claims().stream().allMatch(claims::holds)) {
      end(
          new End(
              SyncOutcome.ABORTED,
              record.reason(),
              Optional.of(record.actor()),
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
    Claim claim = Claim.of(record);
    claims.add(claim);
    deadlines.claimed(claim, record.timeout().orElse(spec.timeout()));
    judge(record.op(), record.at(), Optional.empty());
  }

  private void judge(String op, Moment at, Optional<String> actor) {
    switch (spec.rule().judge(tally())) {
      case COMPLETE -> end(new End(SyncOutcome.COMPLETED, withoutWhom(), actor, op, at));
      case HOPELESS -> end(new End(SyncOutcome.ABORTED, Optional.of(whyHopeless()), actor, op, at));
      case OPEN -> {
        // Others may still come.
      }
    }
  }

  private Tally tally() {
    int standing = claims.agents().size();
    int awaited = spec.required().size() - standing - excused().size();
    return new Tally(claims.ok(), claims.failed(), standing, awaited);
  }

  private Optional<String> withoutWhom() {
    List<String> absent = excuses().stream().map(Excuse::words).toList();
    return absent.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", absent));
  }

  private String whyHopeless() {
    TreeSet<String> failed = new TreeSet<>();
    for (Claim claim : claims.inOrder()) {
      if (claim.status() == ArrivalStatus.FAILED) {
        failed.add(claim.agent());
      }
    }
    String who = String.join(", ", failed);
    if (spec.rule() instanceof CompletionRule.Quorum quorum) {
      String whyNot = failed.isEmpty() ? "" : "; failed: " + who;
      String without = withoutWhom().map(absent -> "; " + absent).orElse("");
      return "%d with OK can no longer be reached%s%s".formatted(quorum.least(), whyNot, without);
    }
    return who + " arrived with status FAILED";
  }
}
