package io.agentsync;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An agent that is registered while it works, and meets others by name. A subclass says what it
 * does in {@link #run}, and whether it can in {@link #validateConfig}; {@link #execute} does the
 * rest.
 *
 * <p>One execution has these stages: validate, register, {@link #setup}, {@link #run}, {@link
 * #cleanup}, deregister. From its registration to its end the agent is heard of without doing
 * anything for it; while it waits at a sync point, the registry says at which.
 *
 * <p>What becomes of a failure: if validating, setting up, running or cleaning up throws, whatever
 * the agent still waits for is withdrawn, its status becomes {@code ERROR} with the stage and the
 * cause as its last action, and the exception is thrown again as it is. {@link #cleanup} runs
 * nevertheless; whatever fails after the first failure is suppressed into that one. A failed agent
 * is not deregistered, so that others can see what became of it: it is no longer heard of, counts
 * as dead once its process has ended, is registered anew by the next execution, and is taken away
 * by {@link SynchronizedAgentRegistry#cleanupStaleAgents} when its process has ended. If the name
 * is another living agent's, its record is left alone.
 *
 * <p>Can be executed again, but only once at a time. Its methods may be called from any number of
 * threads, virtual ones included: no lock is held while it works or waits. An interrupt reaches
 * {@link #run} as it reaches any code, and is a failure if that throws because of it.
 */
public abstract class SynchronizedAgent {

  private final String name;
  private final AgentSynchronizer synchronizer;
  private final RememberedResults results = new RememberedResults();
  private final AtomicBoolean executing = new AtomicBoolean();

  /**
   * An agent that nobody knows of yet.
   *
   * @param name its id, in the registry and at sync points
   * @param synchronizer on whose store it works; stays open when the agent has ended
   * @throws InvalidRequestException if the name breaks the rule for ids
   */
  protected SynchronizedAgent(String name, AgentSynchronizer synchronizer) {
    this.name = Names.require("agent id", name);
    this.synchronizer = Objects.requireNonNull(synchronizer, "synchronizer");
  }

  /**
   * Does the work.
   *
   * @return what there is to say about it; {@link #execute} returns the same map
   * @throws Exception if it failed
   */
  protected abstract Map<String, Object> run() throws Exception;

  /**
   * Whether the agent has all that it needs to run. Called before anything is written, and before
   * {@link #setup}.
   */
  protected abstract boolean validateConfig();

  /**
   * Gets ready for {@link #run}; does nothing by default.
   *
   * @throws Exception if it cannot; then {@link #run} is not called
   */
  protected void setup() throws Exception {}

  /**
   * Lets go of what the agent holds; does nothing by default. Called once in every execution,
   * whatever failed before: it has to cope with what has not been set up.
   *
   * @throws Exception if it cannot; that is a failure of the execution
   */
  protected void cleanup() throws Exception {}

  /** What the agent is for, as the registry shows it; the name of its class by default. */
  protected String role() {
    return getClass().getSimpleName();
  }

  /** What it can take part in, by which others find it; nothing by default. */
  protected Set<String> syncCapabilities() {
    return Set.of();
  }

  /** What else the registry shall know of it; nothing by default. */
  protected Map<String, String> metadata() {
    return Map.of();
  }

  /** Its id, in the registry and at sync points. */
  public final String getName() {
    return name;
  }

  /** {@link #syncWithAgents(String, Set, SyncOptions)} with nothing further to say. */
  public final CompletableFuture<SyncResult> syncWithAgents(String syncId, Set<String> agents) {
    return syncWithAgents(syncId, agents, SyncOptions.none());
  }

  /** {@link #syncWithAgents(String, Set, SyncOptions)} with a timeout. */
  public final CompletableFuture<SyncResult> syncWithAgents(
      String syncId, Set<String> agents, Duration timeout) {
    return syncWithAgents(syncId, agents, SyncOptions.builder().timeout(timeout).build());
  }

  /**
   * Takes part in a meeting, as {@link AgentSynchronizer#joinOrCreateSyncPoint(String, String, Set,
   * SyncOptions)} does for this agent, and remembers the result.
   *
   * @param syncId the sync point
   * @param agents all who have to come; this agent is added if it is not among them
   * @param options what else there is to say
   * @return completes when the generation ends; cancelling it withdraws
   */
  public final CompletableFuture<SyncResult> syncWithAgents(
      String syncId, Set<String> agents, SyncOptions options) {
    return results.remember(
        syncId, synchronizer.joinOrCreateSyncPoint(syncId, name, agents, options));
  }

  /**
   * What this agent was last told at a sync point; empty as long as it has not been told anything.
   */
  public final Optional<SyncResult> getSyncResult(String syncId) {
    return results.latest(syncId);
  }

  /**
   * Runs the agent from its registration to its end; see above.
   *
   * @return what {@link #run} returned
   * @throws AgentSyncException if it is being executed already, its configuration is not valid, its
   *     name is another living agent's, or the store fails
   * @throws Exception whatever a stage threw
   */
  public final Map<String, Object> execute() throws Exception {
    if (!executing.compareAndSet(false, true)) {
      throw new AgentSyncException(
          "The agent %s on %s is being executed already; wait until that has ended, or make another agent."
              .formatted(name, synchronizer.location()));
    }
    try {
      return new Execution(this, synchronizer, results).run();
    } finally {
      executing.set(false);
    }
  }
}
