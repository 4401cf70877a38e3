package io.agentsync;

import io.agentsync.follow.Cleanup;
import io.agentsync.follow.ProcessSession;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Check;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import io.agentsync.model.Problem;
import io.agentsync.model.RepairReport;
import io.agentsync.model.StoreDiagnosis;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncStatistics;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.SyncStory;
import io.agentsync.model.TimeSource;
import io.agentsync.model.Timeouts;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.model.UnreadableSyncPointException;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declaration;
import io.agentsync.syncpoint.Errand;
import io.agentsync.syncpoint.Onlooking;
import io.agentsync.syncpoint.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Lets agents of any number of processes meet at named sync points, and says why a meeting does not
 * happen.
 *
 * <p>A meeting: every agent of a set calls {@link #joinOrCreateSyncPoint} with the same id; when
 * the last one has come, all futures complete with the same result. Calling again is the next
 * meeting.
 *
 * <p>Safe for any number of threads. Futures are completed on threads of the library; do not block
 * in what you chain to them without an executor of your own. Nothing is written before the first
 * call that takes part.
 */
public final class AgentSynchronizer implements AutoCloseable {

  /** How long a meeting may take from its first arrival, unless something else is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private static final String SYNC_POINTS = "syncpoints";
  private static final Duration REMOVAL_PATIENCE = Duration.ofSeconds(5);

  private final JournalStore store;
  private final Space space;
  private final Observer observer;
  private final Duration timeout;
  private final TimeSource time;
  private final Views views = new Views();
  private final Membership membership;
  private final Operator operator;
  private final SynchronizedAgentRegistry registry;

  AgentSynchronizer(JournalStore store, Optional<String> run, Duration timeout, TimeSource time) {
    this.store = store;
    this.space = new Space(SYNC_POINTS, run);
    this.observer = new Observer(store, time);
    this.timeout = timeout;
    this.time = time;
    this.membership = new Membership(store, time);
    this.operator = new Operator(store, observer, membership, time);
    this.registry = new SynchronizedAgentRegistry(store, time, membership);
  }

  /** Opens the default store; see {@link StoreLocation}. */
  public static AgentSynchronizer open() {
    return builder().build();
  }

  /** Opens a directory as the store. */
  public static AgentSynchronizer open(Path directory) {
    return builder().store(directory).build();
  }

  /** Opens a store by its location: a path, or a URI whose scheme names an engine. */
  public static AgentSynchronizer open(String store) {
    return builder().store(store).build();
  }

  /** Starts with the defaults. */
  public static SynchronizerBuilder builder() {
    return new SynchronizerBuilder();
  }

  /** Where the state is, in words. */
  public String location() {
    return store.location();
  }

  /** The run that its sync points are in; empty if they are in none. */
  public Optional<String> run() {
    return space.run();
  }

  /** Whether there is anything at that location: a store, or a place where one can be created. */
  public boolean locationExists() {
    return store.locationExists();
  }

  /** The registry of the agents of the same store; it is closed with this synchronizer. */
  public SynchronizedAgentRegistry registry() {
    return registry;
  }

  /** {@link #createSyncPoint(String, Set, SyncOptions)} with nothing further to say. */
  public SyncStatus createSyncPoint(String syncId, Set<String> requiredAgents) {
    return createSyncPoint(syncId, requiredAgents, SyncOptions.none());
  }

  /**
   * Declares a sync point: opens its next generation, which waits in {@code READY} without a
   * deadline until the first agent arrives. Does nothing if it is open with the same set. The set
   * binds later generations too.
   *
   * @throws InvalidRequestException if an id breaks the rule, or the set is empty
   * @throws io.agentsync.model.SpecConflictException if it is open with another set
   */
  public SyncStatus createSyncPoint(
      String syncId, Set<String> requiredAgents, SyncOptions options) {
    JournalName point = point(syncId);
    Names.requireAll("agent id", requiredAgents);
    Spec spec = new Spec(requiredAgents, rule(options), options.timeout().orElse(timeout));
    boolean given = options.timeout().isPresent();
    return carry(
            point,
            new Declaration(syncId, space.in(store.location()), spec, given, Optional.empty()))
        .inRun(run());
  }

  /**
   * Takes part in a sync point as it was declared or last opened.
   *
   * @return completes as {@link #joinOrCreateSyncPoint} does; fails with {@link
   *     UnknownSyncPointException} if there is no such point
   */
  public CompletableFuture<SyncResult> joinSyncPoint(String syncId, String agent) {
    return joinSyncPoint(syncId, agent, SyncOptions.none());
  }

  /**
   * {@link #joinSyncPoint(String, String)} with something to say; a quorum is not the caller's to
   * say here and has no effect.
   */
  public CompletableFuture<SyncResult> joinSyncPoint(
      String syncId, String agent, SyncOptions options) {
    JournalName point = point(syncId);
    Names.require("agent id", agent);
    requireRunForRound(options);
    return session().attend(this, point, agent, Optional.empty(), options);
  }

  /**
   * {@link #joinOrCreateSyncPoint(String, String, Set, SyncOptions)} with nothing further to say.
   */
  public CompletableFuture<SyncResult> joinOrCreateSyncPoint(
      String syncId, String agent, Set<String> agents) {
    return joinOrCreateSyncPoint(syncId, agent, agents, SyncOptions.none());
  }

  /** {@link #joinOrCreateSyncPoint(String, String, Set, SyncOptions)} with a timeout. */
  public CompletableFuture<SyncResult> joinOrCreateSyncPoint(
      String syncId, String agent, Set<String> agents, Duration timeout) {
    return joinOrCreateSyncPoint(
        syncId, agent, agents, SyncOptions.builder().timeout(timeout).build());
  }

  /**
   * Takes part in the next meeting at a sync point that this agent has not had yet in this process;
   * whoever comes first opens it. Never blocks for the others. In a run, what was completed before
   * this process began counts as well: it answers the call.
   *
   * <p>Cancelling the future withdraws, unless the end was faster. A store that fails completes it
   * with an {@link AgentSyncException}, never with an outcome.
   *
   * @param syncId the sync point
   * @param agent who takes part
   * @param agents all who have to come; {@code agent} is added if it is not among them
   * @param options what else there is to say
   * @return completes when the generation ends, with the same outcome for everybody
   * @throws InvalidRequestException if an id breaks the rule, the set is empty, or a round is named
   *     outside of a run
   */
  public CompletableFuture<SyncResult> joinOrCreateSyncPoint(
      String syncId, String agent, Set<String> agents, SyncOptions options) {
    JournalName point = point(syncId);
    Spec view = view(agent, agents, options);
    return session().attend(this, point, agent, Optional.of(view), options);
  }

  /**
   * As {@link #joinOrCreateSyncPoint(String, String, Set, SyncOptions)}, but blocks until the end,
   * and lets everybody know that the agent comes nowhere else before: {@link
   * SyncOptions.Builder#blocking}.
   *
   * @return the result; with the interrupt flag set if the end was faster than an interrupt
   * @throws InterruptedException if the thread was interrupted and its arrival could be withdrawn
   */
  public SyncResult meet(String syncId, String agent, Set<String> agents, SyncOptions options)
      throws InterruptedException {
    JournalName point = point(syncId);
    Spec view = view(agent, agents, options);
    return session().meet(this, point, agent, Optional.of(view), options.whileBlocking());
  }

  /** {@link #meet(String, String, Set, SyncOptions)} with nothing further to say. */
  public SyncResult meet(String syncId, String agent, Set<String> agents)
      throws InterruptedException {
    return meet(syncId, agent, agents, SyncOptions.none());
  }

  /**
   * {@link #awaitSyncPoint(String, Duration)} for as long as it takes.
   *
   * @return the outcome
   */
  public SyncResult awaitSyncPoint(String syncId) throws InterruptedException {
    return await(syncId, Optional.empty())
        .orElseThrow(
            () ->
                new AgentSyncException(
                    "What was opened on %s was closed while it waited at \"%s\"; open it again, and wait again."
                        .formatted(location(), syncId)));
  }

  /**
   * Waits for the end of the newest generation without taking part; if it has ended, its outcome is
   * there at once. Of a point that stands ready for its next generation, it waits for that one.
   *
   * @param patience for how long
   * @return the outcome; empty if the patience was over before, or this was closed
   * @throws UnknownSyncPointException if there is no such sync point
   * @throws InterruptedException if the thread was interrupted before there was an outcome
   */
  public Optional<SyncResult> awaitSyncPoint(String syncId, Duration patience)
      throws InterruptedException {
    return await(syncId, Optional.of(Timeouts.require(patience)));
  }

  /**
   * The newest generation of a sync point.
   *
   * @throws UnknownSyncPointException if there is none
   * @throws UnreadableSyncPointException if all that is left of it is damaged
   */
  public SyncStatus getSyncStatus(String syncId) {
    return observer.status(point(syncId));
  }

  /**
   * All sync points that have not been cleaned up, as {@link #survey} gives them.
   *
   * @throws StoreException if one cannot be read; {@link #survey} gives the others
   */
  public List<SyncStatus> listActiveSyncPoints() {
    StoreSurvey survey = survey();
    for (Problem problem : survey.problems()) {
      throw new StoreException(problem.path(), problem.reason(), null);
    }
    return survey.syncPoints();
  }

  /**
   * All sync points that have not been cleaned up, by run and id, and what could not be read: those
   * of its run, or, if it is in none, all of the store.
   */
  public StoreSurvey survey() {
    return observer.survey(run(), spaces());
  }

  /**
   * How meetings ended, how long they took and who was waited for: all that the store still knows
   * of its run, or, if it is in none, of all runs; history included. Reads everything, so it takes
   * as long as there is much.
   */
  public SyncStatistics statistics() {
    return new Census(store, spaces()).take();
  }

  /** The ids of all sync points that have not been cleaned up, sorted; reads none of them. */
  public List<String> syncPointIds() {
    return store.list(space).stream().map(JournalName::id).toList();
  }

  /**
   * Says what is the matter with a sync point; of one that has been cleaned up, what its history
   * says.
   *
   * @throws UnknownSyncPointException if there is none, and was none
   * @throws UnreadableSyncPointException if all that is left of it is damaged
   */
  public SyncDiagnosis diagnoseSyncIssues(String syncId) {
    return observer.diagnose(point(syncId));
  }

  /**
   * Tells all that is still known of a sync point, in order; also of one that has been cleaned up.
   *
   * @throws UnknownSyncPointException if nothing was ever heard of it, or it has been forgotten
   */
  public SyncStory story(String syncId) {
    return observer.story(point(syncId));
  }

  /**
   * Looks whether the store is fit to be shared, and whether everything in it can be read. What has
   * to be tried out is tried on temporary files, which are gone afterwards.
   *
   * @return what was found, in the order in which it is shown
   */
  public List<Check> checkUp() {
    return new Examination(store, SYNC_POINTS, time).run(registry.survey());
  }

  /**
   * Looks whether the place of the store is fit to be shared, and not at what it holds: also where
   * there is no store, or none can be reached.
   *
   * @return what was found, in the order in which it is shown; empty if the engine looks at nothing
   */
  public List<Check> checkUpPlace() {
    return new Examination(store, SYNC_POINTS, time).place();
  }

  /**
   * Says what is the matter with all the sync points that {@link #survey} gives; sees the registry
   * only once, and so costs less than to ask for each.
   */
  public StoreDiagnosis diagnoseAll() {
    return observer.diagnoseAll(spaces());
  }

  /**
   * The sync points of one id in no run and in every run, whichever run this is in.
   *
   * @throws StoreException if one cannot be read
   */
  public List<SyncStatus> findInAllRuns(String syncId) {
    return observer.everywhere(SYNC_POINTS, Names.require("sync point id", syncId));
  }

  /** {@link #forceCompleteSync(String, String)} without a reason. */
  public boolean forceCompleteSync(String syncId) {
    return repair(syncId, new SyncRepair.Force(Optional.empty())).effective();
  }

  /**
   * Ends the open generation as if everybody had come; who waits goes on with {@code FORCED}.
   *
   * @param reason why, for everybody to see
   * @return whether this call ended it; false if it had ended already, or was overdue
   * @throws UnknownSyncPointException if there is no such sync point
   */
  public boolean forceCompleteSync(String syncId, String reason) {
    return repair(syncId, new SyncRepair.Force(Optional.of(reason))).effective();
  }

  /**
   * Ends the open generation as failed; who waits is told {@code ABORTED}.
   *
   * @param reason why, for everybody to see
   * @return whether this call ended it; false if it had ended already, or was overdue
   * @throws UnknownSyncPointException if there is no such sync point
   */
  public boolean abortSync(String syncId, String reason) {
    return repair(syncId, new SyncRepair.Abort(Optional.of(reason))).effective();
  }

  /**
   * Lets the others of the open generation go on without one agent; should it come in time all the
   * same, it counts. Never lowers a quorum.
   *
   * @param reason why, for everybody to see
   * @return whether this call excused it; false if it is there, was excused, or nothing is open
   * @throws UnknownSyncPointException if there is no such sync point
   * @throws io.agentsync.model.NotRequiredException if the open generation does not need that agent
   */
  public boolean excuseAgent(String syncId, String agent, String reason) {
    return repair(syncId, new SyncRepair.Excuse(agent, Optional.of(reason))).effective();
  }

  /**
   * Gives the open generation more time: after its deadline, or from now on if that has passed. All
   * deadlines that ran before, those of single agents too, give way.
   *
   * @param by how much longer
   * @param reason why, for everybody to see
   * @return whether this call extended it; false if nothing is open, or no deadline runs
   * @throws UnknownSyncPointException if there is no such sync point
   * @throws InvalidRequestException if {@code by} is zero, negative, or longer than 10 years
   */
  public boolean extendSync(String syncId, Duration by, String reason) {
    return repair(syncId, new SyncRepair.Extend(by, Optional.of(reason))).effective();
  }

  /**
   * Repairs the open generation by hand, and says what became of it. What is overdue ends as {@code
   * TIMED_OUT} before it can be repaired, unless it is given more time.
   *
   * @throws UnknownSyncPointException if there is no such sync point
   * @throws io.agentsync.model.NotRequiredException if an agent is to be excused that the open
   *     generation does not need
   */
  public RepairReport repair(String syncId, SyncRepair how) {
    return operator.repair(point(syncId), how);
  }

  /** What {@link #repair} would do now; throws what it would. Writes nothing. */
  public RepairReport previewRepair(String syncId, SyncRepair how) {
    return operator.preview(point(syncId), how);
  }

  /**
   * Removes a sync point that has ended. Its generations keep their numbers: the next one counts
   * on.
   *
   * @return whether this call removed it; false if it is open, or unknown
   */
  public boolean cleanupSyncPoint(String syncId) {
    JournalName point = point(syncId);
    return observer.hasEnded(point)
        && session().remove(point, generation -> true, REMOVAL_PATIENCE);
  }

  /**
   * Removes all sync points that have ended and are wanted, and what dead processes left behind: in
   * its run, or, if it is in none, in all of the store. Where there is no store yet it does
   * nothing, and creates none.
   *
   * @throws io.agentsync.model.StoreBusyException if another cleanup is running
   */
  public CleanupReport cleanup(CleanupOptions options) {
    List<Space> spaces = spaces();
    // Journals without a store around them have been written by hand.
    return store.exists() || spaces.stream().anyMatch(any -> !store.list(any).isEmpty())
        ? new Cleanup(store, spaces, options, this::session, time.now()).run()
        : new CleanupReport(options.dryRun(), List.of(), List.of(), List.of());
  }

  /** Withdraws whatever this synchronizer still waits for, and lets go of the store. */
  @Override
  public void close() {
    membership.close(this);
  }

  private Spec view(String agent, Set<String> agents, SyncOptions options) {
    Spec view = views.of(agent, agents, rule(options), options.timeout().orElse(timeout));
    requireRunForRound(options);
    return view;
  }

  private void requireRunForRound(SyncOptions options) {
    if (options.round().isPresent() && run().isEmpty()) {
      throw new InvalidRequestException(
          "Round %d was named, but rounds are counted in runs only: name the run, by builder().run(…) or the environment variable %s."
              .formatted(options.round().get(), RunName.VARIABLE));
    }
  }

  private static CompletionRule rule(SyncOptions options) {
    return options.quorum().isPresent()
        ? CompletionRule.quorum(options.quorum().getAsInt())
        : CompletionRule.ALL;
  }

  private Optional<SyncResult> await(String syncId, Optional<Duration> patience)
      throws InterruptedException {
    JournalName point = point(syncId);
    observer.status(point);
    Moment start = time.now();
    Optional<SyncResult> seen =
        session().watch(this, point, Onlooking.of(syncId, store.location()), patience);
    if (seen.isEmpty() && Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting at " + syncId);
    }
    return seen.map(result -> result.withWaited(start.shownUntil(time.now())));
  }

  private <T> T carry(JournalName point, Errand<T> errand) {
    return session().carry(point, errand);
  }

  private List<Space> spaces() {
    return run().isPresent() ? List.of(space) : store.spaces(SYNC_POINTS);
  }

  private JournalName point(String syncId) {
    return space.journal(Names.require("sync point id", syncId));
  }

  private ProcessSession session() {
    return membership.session();
  }
}
