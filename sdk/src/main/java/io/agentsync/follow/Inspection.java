package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.journal.Space;
import io.agentsync.model.Check;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads everything that a store holds, to say whether it can be read: it writes nothing. */
public final class Inspection {

  private final JournalStore store;
  private final String kind;

  /**
   * An inspection that has yet to be run.
   *
   * @param kind the kind of journals that sync points have
   */
  public Inspection(JournalStore store, String kind) {
    this.store = store;
    this.kind = kind;
  }

  /** Reads the journals that stand, and those that were removed. */
  public Check journals() {
    Chronicle chronicle = new Chronicle(store);
    List<Problem> problems = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    int names = 0;
    try {
      for (Space space : store.spaces(kind)) {
        Set<JournalName> known = new TreeSet<>(store.list(space));
        known.addAll(store.removed(space));
        for (JournalName name : known) {
          Chronicle.Found found = chronicle.read(name);
          problems.addAll(found.unreadable());
          problems.addAll(found.damaged());
          empty.addAll(found.empty());
          names++;
        }
      }
    } catch (StoreException e) {
      problems.add(new Problem(e.place(), e.reason()));
    }
    if (problems.isEmpty() && !empty.isEmpty()) {
      return Check.warning(
          "journals",
          "%s is empty: its first record was never written, or a power cut took it"
              .formatted(empty.get(0)),
          "nothing to do; the next agent that comes there begins it");
    }
    return judged(
        "journals",
        "all readable, with their history; sync points: %d".formatted(names),
        problems,
        "sync-diag explain ID says what each record means; look at what else writes there");
  }

  /** Reads what removals have left. */
  public Check tombstones() {
    Heads<SyncRecord, SyncPoint> heads = new Heads<>(SyncPointJournals.KIND, store);
    List<Problem> problems = new ArrayList<>();
    int read = 0;
    try {
      for (Space space : store.spaces(kind)) {
        for (JournalName name : store.tombstones(space)) {
          read += readable(heads, name, problems) ? 1 : 0;
        }
      }
    } catch (StoreException e) {
      problems.add(new Problem(e.place(), e.reason()));
    }
    return judged(
        "tombstones",
        "all readable: %d".formatted(read),
        problems,
        "restore it from a backup: without it generations would be counted from 1 again");
  }

  /** Reads what processes have left of their lives. */
  public Check sessions() {
    try {
      List<SessionTrace> traces = store.sessions();
      traces.forEach(trace -> store.notes(trace.id()));
      long dead = count(traces, Life.DEAD);
      String found =
          "%d alive, %d dead, %d that nothing is known of"
              .formatted(count(traces, Life.ALIVE), dead, count(traces, Life.UNKNOWN));
      return dead > 0
          ? Check.warning("sessions", found, "sync-diag cleanup")
          : Check.ok("sessions", found);
    } catch (StoreException e) {
      return judged(
          "sessions",
          "",
          List.of(new Problem(e.place(), e.reason())),
          "make it readable, or move it away");
    }
  }

  /** Judges what was read of agents. */
  public static Check registry(RegistrySurvey survey) {
    return judged(
        "agents",
        "all readable: %d".formatted(survey.agents().size()),
        survey.problems(),
        "look at what else writes there; agents that register again begin anew");
  }

  private static boolean readable(
      Heads<SyncRecord, SyncPoint> heads, JournalName name, List<Problem> problems) {
    try {
      return !SyncPointJournals.KIND.blank(SyncPointJournals.KIND.startingAt(heads.expected(name)));
    } catch (StoreException e) {
      problems.add(new Problem(e.place(), e.reason()));
      return false;
    }
  }

  private static long count(List<SessionTrace> traces, Life life) {
    return traces.stream().filter(trace -> trace.life() == life).count();
  }

  private static Check judged(String name, String fine, List<Problem> problems, String remedy) {
    if (problems.isEmpty()) {
      return Check.ok(name, fine);
    }
    Problem first = problems.get(0);
    String more = problems.size() == 1 ? "" : ", and %d more".formatted(problems.size() - 1);
    return Check.problem(name, "%s: %s%s".formatted(first.path(), first.reason(), more), remedy);
  }
}
