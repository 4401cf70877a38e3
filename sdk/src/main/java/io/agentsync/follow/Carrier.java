package io.agentsync.follow;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.model.SyncResult;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Step;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.WaitingErrand;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries tickets to a journal until all are done or wait: steps them, writes what they say in one
 * write, reads it back, and steps them again.
 *
 * <p>One thread at a time may use it.
 */
final class Carrier {

  private static final int MOST_APPENDS = 100;

  /** For how long a look counts as one that was just taken: any thread may be held up as long. */
  private static final Duration JUST_NOW = Duration.ofMillis(10);

  private final StandingJournal<SyncRecord, SyncPoint> journal;
  private final Endings endings;
  private final Rotation rotation;
  private final Recollection recollection;
  private final Verdicts verdicts;
  private final TimeSource time;
  private final OpIds ops;
  private final Deque<Ticket<?>> active = new ArrayDeque<>();
  private final Waiters waiting = new Waiters();
  private final Endurance endurance;
  private Releases releases = new Releases();
  private int seenOpenings;
  private boolean doubtful;
  private boolean rung;
  private @Nullable Moment looked;

  Carrier(
      StandingJournal<SyncRecord, SyncPoint> journal,
      Endings endings,
      Rotation rotation,
      Recollection recollection,
      Verdicts verdicts,
      TimeSource time,
      OpIds ops) {
    this.journal = journal;
    this.endings = endings;
    this.rotation = rotation;
    this.recollection = recollection;
    this.verdicts = verdicts;
    this.endurance = new Endurance(verdicts.deadlines());
    this.time = time;
    this.ops = ops;
  }

  void add(Ticket<?> ticket) {
    active.add(ticket);
  }

  /** Turns an errand that is not over into what is left of it when it is given up. */
  void giveUp(Ticket<?> ticket) {
    boolean waited = waiting.remove(ticket);
    if (waited || active.contains(ticket)) {
      replaceByGivenUp(ticket);
      if (waited) {
        active.add(ticket);
      }
    }
  }

  /** Asks it to look whether the journal still stands, as every append does. */
  void doubtStanding() {
    doubtful = true;
  }

  /** Tells it that somebody has rung: those who wait need not know what came after that. */
  void hearRing() {
    rung = true;
  }

  /** Lets go of what is not needed while nobody is here. */
  void rest() {
    recollection.rest();
    journal.close();
  }

  boolean idle() {
    return active.isEmpty() && waiting.none();
  }

  /** How long it is until somebody has to be told; empty if that is over, or nothing is known. */
  Optional<Duration> untilDue() {
    return endurance.untilDue(journal.fold(), time.now());
  }

  Releases takeReleases() {
    Releases taken = releases;
    releases = new Releases();
    return taken;
  }

  /**
   * Does all that can be done now. Failures of the store go to those whom they concern.
   *
   * @param patient whether somebody who takes the journal away has been waited for long enough; if
   *     not, all stay, and it is tried again at the next look
   */
  void carry(boolean patient) {
    try {
      begin(time.now());
      do {
        leaveJournalThatIsOver();
        judge();
        settleEnds();
        if (!active.isEmpty()) {
          rotation.rotateIfDue();
          leaveJournalThatIsOver();
        }
      } while (stepAll());
      endurance.good(journal.fold(), time.now());
    } catch (StoreBusyException e) {
      if (patient || !endurance.bearsBusy(time.now())) {
        storeFailed(e);
      }
    } catch (StoreUnreachableException e) {
      cutOff(e);
    } catch (AgentSyncException e) {
      storeFailed(e);
    }
  }

  private void begin(Moment now) {
    boolean onlyRung = rung && active.isEmpty();
    rung = false;
    if (doubtful) {
      journal.lookAround();
      doubtful = false;
    } else if (onlyRung) {
      journal.readRung();
    } else if (!arriveUnseen(now)) {
      journal.readOn();
    }
    // Where the store is far away, that was not a moment ago.
    looked = time.now();
  }

  /** Those who come back at once, to meet again, write their arrivals first and then look. */
  private boolean arriveUnseen(Moment now) {
    boolean justLooked =
        looked != null
            && looked.until(now).filter(since -> since.compareTo(JUST_NOW) < 0).isPresent();
    if (!justLooked || active.isEmpty() || !journal.inUse() || rotation.due()) {
      return false;
    }
    SyncPoint point = journal.fold();
    if (point.open().filter(open -> verdicts.isOverdue(open, now)).isPresent()) {
      return false;
    }
    Batch arrivals = new Batch(point);
    for (Ticket<?> ticket : active) {
      Optional<SyncRecord> arrival = ticket.arrival(point, now, ops.next());
      arrival.ifPresent(record -> arrivals.add(record, ticket));
      if (arrival.isEmpty() || arrivals.isFull()) {
        break;
      }
    }
    if (arrivals.isEmpty()) {
      return false;
    }
    write(arrivals);
    return true;
  }

  /** All stay, and it is tried again at the next look, for as long as they can be kept waiting. */
  private void cutOff(StoreUnreachableException failure) {
    looked = null;
    Moment now = time.now();
    SyncPoint point = journal.fold();
    boolean runs = endurance.deadlineRuns(point, now);
    boolean overdue = runs && endurance.overdue(point, now);
    boolean lasts = !endurance.bearsOutage(now);
    if (overdue || lasts) {
      failActive(failure);
    }
    if (overdue || (lasts && !runs)) {
      failWaiting(any -> true, failure);
    }
  }

  private void leaveJournalThatIsOver() {
    while (journal.over()) {
      // It may have ended and gone since it was read.
      journal.readOn();
      settleEnds();
      lastLook();
      journal.reopen();
    }
    if (journal.openings() != seenOpenings) {
      seenOpenings = journal.openings();
      endings.reset();
      active.addAll(waiting.take(any -> true));
      active.forEach(Ticket::restart);
    }
  }

  /** What has ended in a journal that is over can still be told; what came before it, later. */
  private void lastLook() {
    Iterator<Ticket<?>> tickets = active.iterator();
    while (tickets.hasNext()) {
      if (doneAtLastLook(tickets.next())) {
        tickets.remove();
      }
    }
  }

  private <T> boolean doneAtLastLook(Ticket<T> ticket) {
    try {
      SyncPoint point = journal.fold();
      Step<T> step = ticket.errand().next(point, time.now(), ops.next());
      if (step instanceof Step.Done<T> done) {
        tell(ticket, done.result(), point);
        return true;
      }
      return false;
    } catch (StoreException e) {
      throw e;
    } catch (AgentSyncException refused) {
      // It has not looked at the journal that comes next: that one may not refuse it.
      return false;
    }
  }

  /** Whoever only has an errand does not look for who is gone, or waits in vain. */
  private void judge() {
    Moment now = time.now();
    judge(idle(), open -> verdicts.overdue(open, this::spared, now));
    judge(waiting.none(), open -> verdicts.lost(open, waiting, now));
    judge(waiting.none(), open -> verdicts.vain(open, waiting, now));
  }

  private void judge(boolean nobody, Function<Generation, Optional<? extends SyncRecord>> verdict) {
    Optional<Generation> open = nobody ? Optional.empty() : journal.fold().open();
    open.flatMap(verdict).ifPresent(record -> journal.write(List.of(record)));
  }

  /** Who asks for more time has it before others find that there is none left. */
  private boolean spared() {
    return active.stream().anyMatch(ticket -> ticket.errand().sparesOverdue());
  }

  private void settleEnds() {
    if (!idle()) {
      endings.settle(time.now(), releases);
    }
    active.addAll(waiting.take(number -> !open(number)));
  }

  private boolean stepAll() {
    Moment now = time.now();
    SyncPoint point = journal.fold();
    Batch batch = new Batch(point);
    int left = active.size();
    try {
      while (left-- > 0 && !batch.isFull()) {
        Ticket<?> ticket = active.remove();
        step(ticket, point, now).ifPresent(record -> batch.add(record, ticket));
      }
    } finally {
      active.addAll(batch.writers());
    }
    if (batch.isEmpty()) {
      return false;
    }
    write(batch);
    return true;
  }

  private void write(Batch batch) {
    try {
      journal.write(batch.records());
      looked = time.now();
    } catch (StoreUnreachableException e) {
      // Once it is back, they look for what has landed, and ask again for what has not (J-6).
      throw e;
    } catch (AgentSyncException e) {
      if (e instanceof InvalidRequestException && batch.records().size() > 1) {
        // Nothing has been written: one of them says too much, for which the others need not fail.
        writeOneByOne(batch);
        return;
      }
      // Some may have landed all the same; those that have not will ask again, and fail by this.
      batch.writers().forEach(ticket -> ticket.appendFailed(e));
      journal.readOn();
    }
  }

  private void writeOneByOne(Batch batch) {
    int openings = journal.openings();
    for (Batch single : batch.oneByOne()) {
      if (journal.openings() != openings) {
        // Another journal is looked at by now: those who are left begin anew (J-7).
        return;
      }
      write(single);
    }
  }

  private <T> Optional<SyncRecord> step(Ticket<T> ticket, SyncPoint point, Moment now) {
    try {
      Step<T> step = ticket.errand().next(point, now, ops.next());
      if (step instanceof Step.Recall<T> recall) {
        recollection.remind(point, journal.openings());
        step = recall.then().next(point, now, ops.next());
      }
      if (step instanceof Step.Append<T> append) {
        refuseIfHopeless(ticket);
        ticket.goOn(append.then());
        return Optional.of(append.record());
      }
      if (step instanceof Step.Wait<T> wait) {
        ticket.goOn(wait.then());
        waiting.add(ticket);
      } else if (step instanceof Step.Done<T> done) {
        tell(ticket, done.result(), point);
      }
    } catch (StoreUnreachableException e) {
      active.add(ticket);
      throw e;
    } catch (AgentSyncException e) {
      releases.tell(() -> ticket.sink().failed(e));
    }
    return Optional.empty();
  }

  private <T> void tell(Ticket<T> ticket, T result, SyncPoint point) {
    if (result instanceof SyncResult told && told.outcome().ofGeneration()) {
      Optional<StoreException> doubt = endings.doubt(point, told.generation());
      releases.tellOutcome(
          doubt.isPresent()
              ? () -> ticket.sink().failed(doubt.get())
              : () -> ticket.sink().done(result));
    } else {
      releases.tell(() -> ticket.sink().done(result));
    }
  }

  private void refuseIfHopeless(Ticket<?> ticket) {
    AgentSyncException failure = ticket.appendFailure();
    if (failure != null) {
      throw failure;
    }
    if (ticket.countAppend() > MOST_APPENDS) {
      throw new StoreException(
          journal.place(), "loses what is appended to it; look at what else writes to it", null);
    }
  }

  /** Whoever has steps to take cannot; whoever waits goes on waiting until its deadline (SP-12). */
  private void storeFailed(AgentSyncException failure) {
    looked = null;
    endurance.failed();
    failActive(failure);
    boolean overdue = endurance.overdue(journal.fold(), time.now());
    failWaiting(number -> overdue || !open(number), failure);
  }

  private void failActive(AgentSyncException failure) {
    active.forEach(ticket -> releases.tell(() -> ticket.sink().failed(failure)));
    active.clear();
  }

  private void failWaiting(LongPredicate generations, AgentSyncException failure) {
    waiting.take(generations).forEach(ticket -> releases.tell(() -> ticket.sink().failed(failure)));
  }

  private boolean open(long number) {
    Optional<Generation> generation = journal.fold().generation(number);
    return generation.isPresent() && generation.get().open();
  }

  private static <T> void replaceByGivenUp(Ticket<T> ticket) {
    if (ticket.errand() instanceof WaitingErrand<T> patient) {
      ticket.goOn(patient.givenUp());
    }
  }
}
