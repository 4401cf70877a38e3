package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.journal.Space;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.CleanupReport.Item;
import io.agentsync.model.CleanupReport.Kind;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Glance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One cleanup of a store (W-3): what has ended goes, what is open stays, and so does what cannot be
 * read.
 */
public final class Cleanup {

  /** The lock of whoever cleans up, points or agents. */
  static final String LOCK = "cleanup";

  private static final Duration REMOVAL_PATIENCE = Duration.ofSeconds(5);
  private static final Duration HISTORY_AGE = Duration.ofDays(30);

  private final JournalStore store;
  private final List<Space> spaces;
  private final CleanupOptions options;
  private final Supplier<ProcessSession> session;
  private final Moment now;
  private final List<Item> removed = new ArrayList<>();
  private final List<Item> skipped = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> sessionsInUse = new HashSet<>();
  private boolean unread;

  /**
   * A cleanup that has yet to be run.
   *
   * @param spaces where the sync points are
   * @param session where to get the session of this process, should something have to be written
   */
  public Cleanup(
      JournalStore store,
      List<Space> spaces,
      CleanupOptions options,
      Supplier<ProcessSession> session,
      Moment now) {
    this.store = store;
    this.spaces = List.copyOf(spaces);
    this.options = options;
    this.session = session;
    this.now = now;
  }

  /**
   * Runs it; one at a time in all processes.
   *
   * @throws io.agentsync.model.StoreBusyException if another one is running
   */
  public CleanupReport run() {
    if (options.dryRun()) {
      clean();
    } else {
      try (Exclusive lock = store.exclusive(LOCK, Duration.ZERO)) {
        // Looked at first: what a session has written that is dead by then is read after it.
        List<SessionTrace> traces = store.sessions();
        clean();
        clearLeftovers(traces);
      }
    }
    return new CleanupReport(options.dryRun(), removed, skipped, problems);
  }

  private void clean() {
    PointReader reader = new PointReader(store);
    for (JournalName name : in(store::list)) {
      try {
        reader.read(name).ifPresent(reading -> clean(name, reading));
      } catch (StoreException e) {
        unread = true;
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
    cleanAgents();
  }

  private void cleanAgents() {
    AgentCleanup agents =
        new AgentCleanup(
            store, () -> session.get().agents(), options.staleAgents(), options.dryRun(), now);
    agents.clean();
    removed.addAll(agents.removed());
    skipped.addAll(agents.skipped());
    problems.addAll(agents.problems());
    sessionsInUse.addAll(agents.sessionsInUse());
    unread |= agents.unread();
  }

  private void clean(JournalName name, PointReader.Reading reading) {
    problems.addAll(reading.problems());
    Optional<Generation> newest = reading.point().newest();
    if (newest.isPresent() && newest.get().open()) {
      keepOpen(name, newest.get());
    } else if (newest.filter(this::wanted).isPresent()) {
      remove(name, newest.get());
    }
  }

  private void keepOpen(JournalName name, Generation open) {
    open.claims().stream().flatMap(c -> c.session().stream()).forEach(sessionsInUse::add);
    boolean overdue = new DeadlineWatch().judge(open, now).isPresent();
    boolean ofEarlierBoot = new EarlierBoots(store).left(open, now);
    if ((overdue || ofEarlierBoot) && !options.dryRun()) {
      session.get().carry(name, new Glance());
      String what = overdue ? "was overdue" : "was of an earlier boot";
      skipped.add(new Item(Kind.SYNC_POINT, name.id(), what + " and has been ended just now"));
    }
  }

  private boolean wanted(Generation generation) {
    return generation
        .end()
        .filter(
            end ->
                options.states().contains(generation.state())
                    && end.at().shownUntil(now).compareTo(options.olderThan()) >= 0)
        .isPresent();
  }

  private void remove(JournalName name, Generation newest) {
    SyncOutcome outcome = newest.end().orElseThrow().outcome();
    if (options.dryRun() || session.get().remove(name, this::wanted, REMOVAL_PATIENCE)) {
      String reason = words(name, "generation %d ended %s".formatted(newest.number(), outcome));
      removed.add(new Item(Kind.SYNC_POINT, name.id(), reason));
    } else {
      skipped.add(new Item(Kind.SYNC_POINT, name.id(), words(name, "is in use again")));
    }
  }

  private void clearLeftovers(List<SessionTrace> traces) {
    if (unread) {
      skipped.add(
          new Item(Kind.LEFTOVER, "sessions", "what cannot be read may still name some of them"));
    } else {
      clearSessions(traces);
    }
    try (Exclusive lock = store.exclusive(StandingJournal.REMOVAL, Duration.ZERO)) {
      clearTombstones();
    } catch (StoreBusyException e) {
      skipped.add(
          new Item(
              Kind.LEFTOVER,
              "tombstones",
              "somebody removes just now; the next cleanup sees to them"));
    }
    for (String file : store.prune(HISTORY_AGE)) {
      removed.add(new Item(Kind.LEFTOVER, file, "older than 30 days"));
    }
  }

  private void clearSessions(List<SessionTrace> traces) {
    for (SessionTrace trace : traces) {
      if (trace.life() == Life.DEAD && !sessionsInUse.contains(trace.id())) {
        forget(trace);
      }
    }
  }

  private void forget(SessionTrace dead) {
    try {
      store.forgetSession(dead.id());
      String why = dead.ended().isPresent() ? "it has ended" : "its process is gone";
      removed.add(new Item(Kind.LEFTOVER, "session " + dead.id(), why));
    } catch (StoreException e) {
      problems.add(new Problem(e.place(), e.reason()));
    }
  }

  /**
   * Forgets the tombstones that nobody alive needs, while no removal can leave another one.
   * Sessions are looked at last: one that is not there yet can only have looked after the removal.
   */
  private void clearTombstones() {
    Map<JournalName, Moment> removals = new LinkedHashMap<>();
    for (Space space : spaces) {
      findRemovals(SyncPointJournals.KIND, space, removals);
    }
    findRemovals(AgentJournals.KIND, AgentJournals.SPACE, removals);
    List<SessionTrace> living =
        store.sessions().stream().filter(trace -> trace.life() != Life.DEAD).toList();
    removals.forEach(
        (name, at) -> {
          if (living.stream().noneMatch(trace -> beganBefore(trace, at))) {
            store.forgetTombstone(name);
            removed.add(
                new Item(Kind.LEFTOVER, "tombstone " + name.id(), "nobody alive has seen it"));
          }
        });
  }

  private <R, F> void findRemovals(
      JournalKind<R, F> kind, Space where, Map<JournalName, Moment> removals) {
    Heads<R, F> heads = new Heads<>(kind, store);
    Set<JournalName> standing = Set.copyOf(store.list(where));
    for (JournalName name : store.tombstones(where)) {
      if (remembered(name)) {
        continue;
      }
      try {
        R head = heads.expected(name);
        // What was rotated and not written to since is nowhere but in its tombstone.
        if (!kind.known(kind.startingAt(head)) || standing.contains(name)) {
          removals.put(name, kind.removedBefore(head).orElse(now));
        }
      } catch (StoreException e) {
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
  }

  /** A run remembers as long as there is something to remember (SP-4). */
  private boolean remembered(JournalName name) {
    return name.space().run().isPresent() && store.removed(name.space()).contains(name);
  }

  private List<JournalName> in(Function<Space, List<JournalName>> names) {
    return spaces.stream().flatMap(space -> names.apply(space).stream()).toList();
  }

  private static String words(JournalName name, String what) {
    return name.space().run().map(run -> what + ", in run " + run).orElse(what);
  }

  private static boolean beganBefore(SessionTrace trace, Moment removal) {
    return trace
        .began()
        .map(began -> began.until(removal).map(age -> !age.isNegative()).orElse(true))
        .orElse(true);
  }
}
