package io.agentsync.follow;

import io.agentsync.agent.Agent;
import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Change;
import io.agentsync.agent.Removing;
import io.agentsync.agent.Step;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one change to one agent's journal: steps it, writes what it says, reads it back, and
 * steps it again until it is done. Every call opens the journal for itself, so any number of
 * threads and processes may be at it.
 */
final class AgentCarrier {

  private static final Logger LOG = LoggerFactory.getLogger(AgentCarrier.class);
  private static final int MOST_APPENDS = 100;

  private final JournalStore store;
  private final String agent;
  private final TimeSource time;
  private final OpIds ops;
  private final long longest;
  private final StandingJournal<AgentRecord, Agent> journal;
  private int appends;
  private @Nullable AgentSyncException appendFailure;

  AgentCarrier(JournalStore store, JournalName name, TimeSource time, OpIds ops, long longest) {
    this.store = store;
    this.agent = name.id();
    this.time = time;
    this.ops = ops;
    this.longest = longest;
    this.journal = new StandingJournal<>(AgentJournals.KIND, store, name);
  }

  /**
   * Carries a change until it is done.
   *
   * @throws AgentSyncException if it is refused, or the store fails
   */
  <T> T carry(Change<T> change) {
    try {
      journal.readOn();
      rotateIfDue();
      Change<T> left = change;
      while (true) {
        boolean over = journal.over();
        if (over) {
          // It may have been closed since it was read.
          journal.readOn();
        }
        Step<T> step = left.next(journal.fold(), time.now(), ops.next());
        if (step instanceof Step.Done<T> done) {
          return done.result();
        }
        if (over) {
          journal.reopen();
          left = left.restarted();
        } else {
          left = take(step);
        }
      }
    } finally {
      journal.close();
    }
  }

  /**
   * Takes the journal away if the agent is wanted.
   *
   * @return whether this call did
   */
  boolean remove(Predicate<Agent> wanted, Duration patience) {
    try {
      journal.readOn();
      return remove(Removing.of(false, wanted), patience);
    } finally {
      journal.close();
    }
  }

  private <T> Change<T> take(Step<T> step) {
    if (step instanceof Step.Look<T> look) {
      return look.then().apply(new Pulses(store).of(agent, look.held()));
    }
    Step.Append<T> append = (Step.Append<T>) step;
    append(append.record());
    return append.then();
  }

  /** What has failed may have landed all the same; if it has not, it is asked for again (J-6). */
  private void append(AgentRecord record) {
    if (appendFailure != null) {
      throw appendFailure;
    }
    if (++appends > MOST_APPENDS) {
      throw new StoreException(
          journal.place(), "loses what is appended to it; look at what else writes to it", null);
    }
    try {
      journal.write(List.of(record));
    } catch (StoreException e) {
      appendFailure = e;
      journal.readOn();
    }
  }

  private void rotateIfDue() {
    if (journal.bytes() < longest) {
      return;
    }
    try {
      remove(Removing.of(true, any -> true), Duration.ZERO);
    } catch (StoreBusyException e) {
      LOG.debug("the journal stays for now", e);
    }
  }

  private boolean remove(Change<Boolean> removing, Duration patience) {
    try (Exclusive lock = journal.removalLock(patience)) {
      journal.readOn();
      Step<Boolean> step = removing.next(journal.fold(), time.now(), ops.next());
      while (!journal.over() && step instanceof Step.Append<Boolean> next) {
        append(next.record());
        step = next.then().next(journal.fold(), time.now(), ops.next());
      }
      boolean mine = step instanceof Step.Done<Boolean> done && done.result();
      if (mine) {
        journal.takeAwayLocked();
      }
      return mine;
    }
  }
}
