package io.agentsync;

import io.agentsync.agent.Profile;
import io.agentsync.follow.AgentCleanup;
import io.agentsync.follow.AgentReader;
import io.agentsync.follow.AgentRoll;
import io.agentsync.follow.SystemTime;
import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.AgentConflictException;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistryStats;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.StoreException;
import io.agentsync.model.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which agents there are, what they can do, and whether they live.
 *
 * <p>An agent is held by the process that registers it, and dies with it. What is said about an
 * agent (its status) and what is known of its life are two things: nobody but the agent or an
 * operator changes the first, and only a proof makes the second {@code DEAD}.
 *
 * <p>Safe for any number of threads. Nothing is written before the first call that changes
 * something. What is asked of a store that is not there yet is answered as if it were empty.
 */
public final class SynchronizedAgentRegistry implements AutoCloseable {

  private final JournalStore store;
  private final TimeSource time;
  private final AgentReader reader;
  private final Membership membership;
  private final boolean ownsMembership;

  /** A registry on the store, and with the session, of somebody who closes both. */
  SynchronizedAgentRegistry(JournalStore store, TimeSource time, Membership membership) {
    this(store, time, membership, false);
  }

  private SynchronizedAgentRegistry(
      JournalStore store, TimeSource time, Membership membership, boolean ownsMembership) {
    this.store = store;
    this.time = time;
    this.reader = new AgentReader(store, time);
    this.membership = membership;
    this.ownsMembership = ownsMembership;
  }

  /** Opens the default store; see {@link StoreLocation}. */
  public static SynchronizedAgentRegistry open() {
    return open(Optional.empty());
  }

  /** Opens a directory as the store. */
  public static SynchronizedAgentRegistry open(Path directory) {
    return open(directory.toString());
  }

  /** Opens a store by its location: a path, or a URI whose scheme names an engine. */
  public static SynchronizedAgentRegistry open(String store) {
    return open(Optional.of(store));
  }

  private static SynchronizedAgentRegistry open(Optional<String> said) {
    String location = StoreLocation.find(said, System.getenv()).location();
    JournalStore store = Engines.open(location, Durability.POWER);
    TimeSource time = SystemTime.INSTANCE;
    return new SynchronizedAgentRegistry(store, time, new Membership(store, time), true);
  }

  /** Where the state is, in words. */
  public String location() {
    return store.location();
  }

  /** Whether there is anything at that location: a store, or a place where one can be created. */
  public boolean locationExists() {
    return store.locationExists();
  }

  /** Whether the store has been created. */
  public boolean storeExists() {
    return store.exists();
  }

  /** {@link #registerAgent(String, String, Collection, Map)} with nothing further to say. */
  public AgentInfo registerAgent(String agentId, String role, Collection<String> capabilities) {
    return registerAgent(agentId, role, capabilities, Map.of());
  }

  /**
   * Registers an agent, held by this process until it is deregistered; it is {@code DEAD} when the
   * process is. Twice in one process updates: its status stays. An agent whose holder is dead or
   * has deregistered it is taken over, and so is one that no process holds and that is suspect.
   *
   * @param agentId its id
   * @param role what it is for, in any words; may be empty
   * @param capabilities what it can take part in, in any words that are not blank
   * @param metadata what else there is to say; no key is blank
   * @return what is known of it now
   * @throws AgentConflictException if somebody else holds it who is not known to be gone
   * @throws InvalidRequestException if the id breaks the rule, or something is blank or too long
   * @throws StoreException if the store fails
   */
  public AgentInfo registerAgent(
      String agentId, String role, Collection<String> capabilities, Map<String, String> metadata) {
    Names.require("agent id", agentId);
    roll().register(agentId, profile(role, capabilities, metadata));
    return registered(agentId);
  }

  /** {@link #registerUnattended(String, String, Collection, Map)} with nothing further to say. */
  public AgentInfo registerUnattended(
      String agentId, String role, Collection<String> capabilities) {
    return registerUnattended(agentId, role, capabilities, Map.of());
  }

  /**
   * As {@link #registerAgent(String, String, Collection, Map)}, for an agent that no process holds,
   * such as a shell script: it is never {@code DEAD}, and {@code SUSPECT} when it has not been
   * heard of for a minute. Registering it so again updates, whoever does it.
   */
  public AgentInfo registerUnattended(
      String agentId, String role, Collection<String> capabilities, Map<String, String> metadata) {
    Names.require("agent id", agentId);
    roll().registerUnattended(agentId, profile(role, capabilities, metadata));
    return registered(agentId);
  }

  /** Says how an agent is; what it was last said to do stays. */
  public boolean updateAgentStatus(String agentId, AgentStatus status) {
    return say(agentId, status, Optional.empty());
  }

  /**
   * Says how an agent is, and what it does.
   *
   * @return whether it is registered
   * @throws StoreException if the store fails
   */
  public boolean updateAgentStatus(String agentId, AgentStatus status, String action) {
    return say(agentId, status, Optional.of(action));
  }

  /**
   * Says that an agent is there. Neither its status nor what it does is changed by that.
   *
   * @return whether it is registered
   * @throws StoreException if the store fails
   */
  public boolean heartbeat(String agentId) {
    Names.require("agent id", agentId);
    boolean held =
        membership.present().filter(session -> session.agents().beatHeld(agentId)).isPresent();
    return held || (isRegistered(agentId) && roll().beat(agentId));
  }

  /** Lets an agent that this process holds beat by itself until it is deregistered. */
  void beatByItself(String agentId) {
    roll().beatByItself(agentId);
  }

  /** Takes {@link #beatByItself} back. */
  void beatWhenTold(String agentId) {
    roll().beatWhenTold(agentId);
  }

  /**
   * What is known of an agent.
   *
   * @return empty if it is not registered
   * @throws StoreException if it cannot be read
   */
  public Optional<AgentInfo> getAgent(String agentId) {
    return reader.info(Names.require("agent id", agentId));
  }

  /**
   * All agents that are registered, by id.
   *
   * @throws StoreException if one cannot be read; {@link #survey} gives the others
   */
  public List<AgentInfo> agents() {
    RegistrySurvey survey = survey();
    for (Problem problem : survey.problems()) {
      throw new StoreException(problem.path(), problem.reason(), null);
    }
    return survey.agents();
  }

  /** All agents that are registered, by id, and what could not be read. */
  public RegistrySurvey survey() {
    return reader.survey();
  }

  /**
   * The ids of the agents that are at work or wait for others, and are not known to be dead;
   * sorted.
   *
   * @throws StoreException if one cannot be read
   */
  public List<String> getActiveAgents() {
    return agents().stream().filter(AgentInfo::active).map(AgentInfo::agentId).toList();
  }

  /**
   * As {@link #getActiveAgents()}, those that have a capability only.
   *
   * @throws StoreException if one cannot be read
   */
  public List<String> getAgentsWithSyncCapability(String capability) {
    return agents().stream()
        .filter(agent -> agent.active() && agent.syncCapabilities().contains(capability))
        .map(AgentInfo::agentId)
        .toList();
  }

  /**
   * Ends an agent's registration, whoever holds it: it is gone from the lists at once.
   *
   * @return whether it was registered
   * @throws StoreException if the store fails
   */
  public boolean deregisterAgent(String agentId) {
    return isRegistered(agentId) && roll().deregister(agentId);
  }

  /**
   * Removes the agents that were last heard of at least {@code maxAge} ago and are dead,
   * deregistered, or held by no process. One whose process lives, or may live, stays. So does what
   * cannot be read; {@link #survey} names it. Does nothing where there is no store yet.
   *
   * @return how many it has removed
   * @throws InvalidRequestException if the age is negative
   * @throws io.agentsync.model.StoreBusyException if another cleanup is running
   * @throws StoreException if the store fails
   */
  public int cleanupStaleAgents(Duration maxAge) {
    Optional<Duration> age = Optional.of(CleanupOptions.requireAge(maxAge));
    return storeExists() ? new AgentCleanup(store, this::roll, age, false, time.now()).run() : 0;
  }

  /**
   * The registry in numbers.
   *
   * @throws StoreException if an agent cannot be read
   */
  public RegistryStats getRegistryStats() {
    return new RegistrySurvey(agents(), List.of()).stats();
  }

  /**
   * Lets go of the store. The agents stay registered, and are {@code DEAD} when nothing else of
   * this process uses the store. One that was got from a synchronizer stays open until that is
   * closed.
   */
  @Override
  public void close() {
    if (ownsMembership) {
      membership.close(this);
    }
  }

  private boolean say(String agentId, AgentStatus status, Optional<String> action) {
    Objects.requireNonNull(status, "status");
    return isRegistered(agentId) && roll().say(agentId, status, action);
  }

  /** Whoever asks for an agent that is not there creates no store, and begins no session. */
  private boolean isRegistered(String agentId) {
    return getAgent(agentId).isPresent();
  }

  private AgentInfo registered(String agentId) {
    return getAgent(agentId)
        .orElseThrow(
            () ->
                new AgentSyncException(
                    "Agent \"%s\" in %s was deregistered by somebody just after it was registered; register it again if that was a mistake."
                        .formatted(agentId, location())));
  }

  private AgentRoll roll() {
    return membership.session().agents();
  }

  private static Profile profile(
      String role, Collection<String> capabilities, Map<String, String> metadata) {
    return new Profile(role, Set.copyOf(capabilities), metadata);
  }
}
