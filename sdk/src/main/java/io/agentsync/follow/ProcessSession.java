package io.agentsync.follow;

import io.agentsync.codec.RecordCodec;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.Call;
import io.agentsync.syncpoint.Errand;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Seeking;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.WaitingErrand;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * This process's life in one store: its session, its lanes, its watcher. All synchronizers of the
 * process on that store share it (SP-1).
 */
public final class ProcessSession {

  private static final long LONGEST_JOURNAL = 4L * 1024 * 1024;

  /** Nobody else holds such a future, and who waits for it completes it as it leaves. */
  private static final Executor BY_THE_CALLER = completion -> {};

  private final JournalStore store;
  private final JournalStore hurried;
  private final TimeSource time;
  private final Moment began;
  private final Session session;
  private final Durability durability;
  private final OpIds ops = new OpIds();
  private final ToldMemory told = new ToldMemory();
  private final Lanes lanes = new Lanes(this::newLane);
  private final Map<Withdrawable, Object> owners = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor callbacks = callbackThread();
  private final AgentRoll agents;
  private final Watcher watcher;
  private final Vitals vitals;
  private final Lookout lookout;
  private final ReentrantLock closing = new ReentrantLock();
  private volatile boolean closed;

  ProcessSession(JournalStore store, TimeSource time, Moment began) {
    this.store = store;
    this.hurried = store.hurried();
    this.time = time;
    this.began = began;
    this.session = store.openSession(began);
    this.durability = store.durability();
    this.vitals = new RegistryVitals(hurried, time);
    this.lookout = new Lookout(store, time);
    this.agents = new AgentRoll(store, session, time, ops, bellsOfAgents());
    this.watcher = new Watcher(store.doorbell(session), lanes.all(), agents::heard);
    watcher.start();
  }

  /** The registered agents, as this process changes them. */
  public AgentRoll agents() {
    return agents;
  }

  /**
   * Takes part in a meeting.
   *
   * @param owner on whose behalf, for {@link #withdrawAll}
   * @param point the sync point's journal
   * @param agent who
   * @param view what it expects; empty to take the newest spec as it is
   * @param options what else the caller said
   */
  public SyncFuture attend(
      Object owner, JournalName point, String agent, Optional<Spec> view, SyncOptions options) {
    SyncFuture future = attending(owner, point, agent, view, options, callbacks);
    future.begin();
    withdrawIfClosed(future);
    return future;
  }

  /**
   * As {@link #attend}, but waits for the result; an interrupt withdraws.
   *
   * @return the result; with the interrupt flag set if the end was faster than the interrupt
   * @throws InterruptedException if the withdrawal came in time
   * @throws AgentSyncException if the store failed
   */
  public SyncResult meet(
      Object owner, JournalName point, String agent, Optional<Spec> view, SyncOptions options)
      throws InterruptedException {
    SyncFuture future = attending(owner, point, agent, view, options, BY_THE_CALLER);
    long moment = future.leaveToCompany();
    withdrawIfClosed(future);
    return future.await(moment);
  }

  private SyncFuture attending(
      Object owner,
      JournalName point,
      String agent,
      Optional<Spec> view,
      SyncOptions options,
      Executor callbacks) {
    Optional<Object> payload = options.payload().flatMap(RecordCodec::payload);
    Moment start = time.now();
    PointLane lane = lanes.at(point);
    long lastTold = told.lastTold(point, agent);
    Call call =
        new Call(
            point.id(),
            point.space().in(store.location()),
            agent,
            session.id(),
            began,
            lastTold,
            view,
            options.timeout(),
            options.status(),
            payload,
            options.blocking(),
            point.space().run().isPresent(),
            options.round());
    SyncFuture future =
        new SyncFuture(
            lane,
            new Seeking(call),
            options,
            callbacks,
            result -> remember(point, agent, result, start),
            self -> {
              owners.remove(self);
              agents.goOn(self, agent);
            });
    owners.put(future, owner);
    agents.waitAt(future, agent, point.id());
    return future;
  }

  /**
   * Waits at a sync point without taking part; an interrupt, the end of the patience or {@link
   * #withdrawAll} gives up.
   *
   * @param owner on whose behalf, for {@link #withdrawAll}
   * @param patience for how long; empty for as long as it takes
   * @return what it came to; with the interrupt flag set if the thread was interrupted
   * @throws AgentSyncException if it is refused, or the store fails
   */
  public <T> T watch(
      Object owner, JournalName point, WaitingErrand<T> errand, Optional<Duration> patience) {
    Watch<T> watch = new Watch<>(lanes.at(point), errand);
    owners.put(watch, owner);
    try {
      watch.begin();
      withdrawIfClosed(watch);
      return watch.await(patience);
    } finally {
      owners.remove(watch);
    }
  }

  /** Who came too late for {@link #close} to see it withdraws by itself (SP-6). */
  private void withdrawIfClosed(Withdrawable waiting) {
    if (closed) {
      waiting.withdraw();
    }
  }

  /**
   * Has an errand carried to a sync point, and waits until it is done.
   *
   * @throws AgentSyncException if it is refused, or the store fails
   */
  public <T> T carry(JournalName point, Errand<T> errand) {
    CompletableFuture<T> carried = new CompletableFuture<>();
    Ticket.Sink<T> sink =
        new Ticket.Sink<>() {
          @Override
          public void done(T result) {
            carried.complete(result);
          }

          @Override
          public void failed(AgentSyncException failure) {
            carried.completeExceptionally(failure);
          }
        };
    lanes.at(point).bring(new Ticket<>(errand, sink));
    return resultOf(carried);
  }

  /**
   * Takes a sync point away if its newest generation has ended and is wanted (W-3).
   *
   * @return whether this call did
   */
  public boolean remove(JournalName point, Predicate<Generation> wanted, Duration patience) {
    return lanes.at(point).remove(wanted, patience);
  }

  /** Withdraws everything that {@code owner} waits for. */
  public void withdrawAll(Object owner) {
    owners.forEach(
        (waiting, itsOwner) -> {
          if (itsOwner == owner) {
            waiting.withdraw();
          }
        });
  }

  /**
   * Withdraws everything, and ends the session. The exit of the JVM and its user may both call
   * this; whoever comes second waits for the first.
   */
  void close() {
    closing.lock();
    try {
      if (!closed) {
        closed = true;
        owners.keySet().forEach(Withdrawable::withdraw);
        watcher.stop();
        lookout.close();
        lanes.letRest();
        if (agents.stop()) {
          session.end(time.now());
        } else {
          session.close();
        }
        callbacks.shutdown();
      }
    } finally {
      closing.unlock();
    }
  }

  private PointLane newLane(JournalName point) {
    watcher.listenTo(point.space());
    StandingJournal<SyncRecord, SyncPoint> journal =
        new StandingJournal<>(SyncPointJournals.KIND, hurried, point);
    Endings endings = new Endings(journal, durability, ops, session.id());
    Rotation rotation = new Rotation(journal, time, ops, LONGEST_JOURNAL);
    Recollection recollection = new Recollection(hurried, point);
    LossWatch losses = new LossWatch(vitals, new EarlierBoots(hurried));
    Verdicts verdicts = new Verdicts(losses, new VainWatch(point, lookout), ops);
    Carrier carrier = new Carrier(journal, endings, rotation, recollection, verdicts, time, ops);
    return new PointLane(journal, carrier, rotation, keeper(point));
  }

  private PointLane.Keeper keeper(JournalName point) {
    return new PointLane.Keeper() {
      @Override
      public void ring(Set<String> sessions) {
        watcher.ring(sessions, point);
      }

      @Override
      public void awakes(PointLane lane) {
        lanes.awakes(lane);
      }

      @Override
      public void expect(PointLane lane) {
        watcher.expect(lane);
      }
    };
  }

  private AgentRoll.Bells bellsOfAgents() {
    return new AgentRoll.Bells() {
      @Override
      public void listen() {
        watcher.listenTo(AgentJournals.SPACE);
      }

      @Override
      public void ring(Set<String> session, JournalName agent) {
        watcher.ring(session, agent);
      }
    };
  }

  private SyncResult remember(JournalName point, String agent, SyncResult result, Moment start) {
    if (result.outcome().ofGeneration()) {
      told.tell(point, agent, result.generation());
    }
    return result.withWaited(start.shownUntil(time.now()));
  }

  private static <T> T resultOf(CompletableFuture<T> carried) {
    try {
      return carried.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AgentSyncException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static ThreadPoolExecutor callbackThread() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "agent-sync-callbacks");
              thread.setDaemon(true);
              return thread;
            },
            // Who comes while the session is being closed is told by its own thread.
            (work, closed) -> work.run());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
