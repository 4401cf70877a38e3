package io.agentsync.follow;

import io.agentsync.deadlock.Sight;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.Call;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declaration;
import io.agentsync.syncpoint.Errand;
import io.agentsync.syncpoint.OperatorAct.ToForce;
import io.agentsync.syncpoint.Repair;
import io.agentsync.syncpoint.Seeking;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One process at one sync point: the real lane, carried by the thread of the test. */
final class Party {

  static final JournalName POINT = new JournalName(Space.of("syncpoints"), "p");
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final long LONG = 4L * 1024 * 1024;

  private final String session;
  private final Moment began;
  private final ToldMemory told = new ToldMemory();
  private final Set<String> rung = new HashSet<>();
  private final PointLane lane;

  Party(String session, JournalStore store, TimeSource time) {
    this(session, store, time, Durability.PROCESS, LONG);
  }

  Party(
      String session,
      JournalStore store,
      TimeSource time,
      Durability durability,
      long longestJournal) {
    this.session = session;
    this.began = time.now();
    OpIds ops = new OpIds();
    StandingJournal<SyncRecord, SyncPoint> journal =
        new StandingJournal<>(SyncPointJournals.KIND, store, POINT);
    Endings endings = new Endings(journal, durability, ops, session);
    Rotation rotation = new Rotation(journal, time, ops, longestJournal);
    Recollection recollection = new Recollection(store, POINT);
    Carrier carrier =
        new Carrier(
            journal,
            endings,
            rotation,
            recollection,
            new Verdicts(
                new LossWatch(new RegistryVitals(store, time), new EarlierBoots(store)),
                new VainWatch(POINT, space -> look(store, time, space)),
                ops),
            time,
            ops);
    this.lane = new PointLane(journal, carrier, rotation, keeper());
  }

  private PointLane.Keeper keeper() {
    return new PointLane.Keeper() {
      @Override
      public void ring(Set<String> sessions) {
        rung.addAll(sessions);
      }

      @Override
      public void awakes(PointLane awake) {}

      @Override
      public void expect(PointLane waits) {}
    };
  }

  /** Sees at once what stands, as often as it is asked. */
  private static Optional<Sight> look(JournalStore store, TimeSource time, Space space) {
    Moment now = time.now();
    return Optional.of(new Sight(now, now, new GatheringReader(store).read(space)));
  }

  /** An agent of this process calls; {@code others} has not to name it. */
  Told<SyncResult> call(String agent, String... others) {
    Told<SyncResult> told = leave(agent, others);
    lane.serve();
    return told;
  }

  /** As {@link #call}, but leaves it to whoever comes next. */
  Told<SyncResult> leave(String agent, String... others) {
    return seek(calling(agent, view(agent, others), Optional.empty()));
  }

  /** As {@link #leave}, and brings something. */
  Told<SyncResult> leaveSaying(Object payload, String agent, String... others) {
    return seek(calling(agent, view(agent, others), Optional.of(payload)));
  }

  /** An agent of this process joins, whatever the spec is. */
  Told<SyncResult> join(String agent) {
    Told<SyncResult> told = seek(calling(agent, Optional.empty(), Optional.empty()));
    lane.serve();
    return told;
  }

  /** Comes to whether it was this call that ended the generation. */
  Told<Boolean> force() {
    Told<Boolean> told = new Told<>(effective -> {});
    Ticket.Sink<RepairReport> sink =
        new Ticket.Sink<>() {
          @Override
          public void done(RepairReport report) {
            told.done(report.effective());
          }

          @Override
          public void failed(AgentSyncException failure) {
            told.failed(failure);
          }
        };
    Repair force = Repair.of("p", "memory", new ToForce(session, Optional.empty()));
    lane.bring(new Ticket<>(force, sink));
    return told;
  }

  void declare(String... agents) {
    Spec spec = new Spec(Set.of(agents), CompletionRule.ALL, TIMEOUT);
    carry(new Declaration("p", "store", spec, false, Optional.empty())).result();
  }

  <T> Told<T> carry(Errand<T> errand) {
    Told<T> sink = new Told<>(result -> {});
    lane.bring(new Ticket<>(errand, sink));
    return sink;
  }

  /** Looks for changes, as the watching thread does. */
  void look() {
    lane.look();
  }

  /** Reads what somebody rang for. */
  void hear() {
    lane.hear();
  }

  /** Removes the point, as a cleanup does. */
  boolean remove() {
    return lane.remove(newest -> true, Duration.ZERO);
  }

  /** Where its threads meet the point. */
  PointLane lane() {
    return lane;
  }

  /** The sessions that were rung at. */
  Set<String> rung() {
    return rung;
  }

  /** What the caller of an agent holds that calls; nothing has been done for it yet. */
  SyncFuture future(String agent, String... others) {
    return new SyncFuture(
        lane,
        new Seeking(calling(agent, view(agent, others), Optional.empty())),
        SyncOptions.none(),
        Runnable::run,
        result -> result,
        self -> {});
  }

  private static Optional<Spec> view(String agent, String... others) {
    Set<String> agents = new HashSet<>(Set.of(others));
    agents.add(agent);
    return Optional.of(Spec.viewOf(agent, agents, CompletionRule.ALL, TIMEOUT));
  }

  private Call calling(String agent, Optional<Spec> view, Optional<Object> payload) {
    return new Call(
        "p",
        "memory",
        agent,
        session,
        began,
        told.lastTold(POINT, agent),
        view,
        Optional.empty(),
        ArrivalStatus.OK,
        payload,
        false,
        false,
        Optional.empty());
  }

  private Told<SyncResult> seek(Call call) {
    Told<SyncResult> sink =
        new Told<>(
            result ->
                told.tell(
                    POINT,
                    call.agent(),
                    result.outcome().ofGeneration() ? result.generation() : 0));
    lane.leave(new Ticket<>(new Seeking(call), sink));
    return sink;
  }
}
