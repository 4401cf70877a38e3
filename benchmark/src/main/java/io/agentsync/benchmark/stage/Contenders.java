package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.peer.PeerKind;
import io.agentsync.benchmark.report.Contestant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gets contenders ready when they are first wanted, with their servers, and keeps them warm. */
public final class Contenders implements AutoCloseable {

  /** In how many processes the agents of a contender are at most. */
  public static final int PROCESSES = 4;

  /** Something that has to be started first. */
  private interface Start<T> {
    T start() throws IOException, InterruptedException;
  }

  private final Java java;
  private final Workspace workspace;
  private final Servers servers;
  private final Path sources;
  private final Map<Contestant, Contender> ready = new EnumMap<>(Contestant.class);
  private final Set<Contestant> warm = EnumSet.noneOf(Contestant.class);
  private final List<Server> running = new ArrayList<>();
  private Optional<Server> redis = Optional.empty();
  private Optional<Server> zooKeeper = Optional.empty();

  /**
   * @param sources the directory of sources that are not Java's
   */
  public Contenders(Java java, Workspace workspace, Path sources) {
    this.java = java;
    this.workspace = workspace;
    this.servers = new Servers(java, workspace);
    this.sources = sources;
  }

  /**
   * The contender, ready to meet.
   *
   * @throws IOException if it cannot be started here
   */
  public Contender get(Contestant who) throws IOException, InterruptedException {
    Contender contender = ready.get(who);
    if (contender == null) {
      contender = start(who);
      ready.put(who, contender);
    } else {
      warm.add(who);
    }
    return contender;
  }

  /** Whether it was running before it was last asked for, and so has been at work. */
  public boolean wasWarm(Contestant who) {
    return warm.contains(who);
  }

  /** Ends one that has failed; it starts anew when it is next wanted. */
  public void drop(Contestant who) {
    warm.remove(who);
    Contender contender = ready.remove(who);
    if (contender != null) {
      contender.close();
    }
  }

  /** The server without forced sync, which all who meet by it share. */
  public Server zooKeeper() throws IOException, InterruptedException {
    Server server = zooKeeper.isPresent() ? zooKeeper.get() : running(servers::zooKeeper);
    zooKeeper = Optional.of(server);
    return server;
  }

  /** Ends all of them, and their servers; they start anew when they are next wanted. */
  @Override
  public void close() {
    ready.values().forEach(Contender::close);
    ready.clear();
    warm.clear();
    running.forEach(Server::close);
    running.clear();
    redis = Optional.empty();
    zooKeeper = Optional.empty();
  }

  private Contender start(Contestant who) throws IOException, InterruptedException {
    return switch (who) {
      case AGENT_SYNC -> agents(PeerKind.AGENT_SYNC_PROCESS, workspace.memory(), "process");
      case AGENT_SYNC_DISK -> agents(PeerKind.AGENT_SYNC_PROCESS, workspace.disk(), "process");
      case AGENT_SYNC_POWER_MEMORY ->
          agents(PeerKind.AGENT_SYNC_POWER, workspace.memory(), "power");
      case AGENT_SYNC_POWER -> agents(PeerKind.AGENT_SYNC_POWER, workspace.disk(), "power");
      case AGENT_SYNC_ZOOKEEPER -> clients(PeerKind.AGENT_SYNC_ZOOKEEPER, zooKeeper(), true);
      case JEDIS_LIST -> clients(PeerKind.JEDIS_LIST, redis(), false);
      case JEDIS_PUBSUB -> clients(PeerKind.JEDIS_PUBSUB, redis(), false);
      case REDISSON -> clients(PeerKind.REDISSON, redis(), false);
      case CURATOR -> clients(PeerKind.CURATOR, zooKeeper(), true);
      case CURATOR_FORCED ->
          clients(PeerKind.CURATOR, running(servers::zooKeeperWithForcedSync), true);
      case C_BARRIER -> barrier(true);
      case C_BARRIER_THREADS -> barrier(false);
      case CYCLIC_BARRIER -> alone(PeerKind.CYCLIC_BARRIER);
      case PHASER -> alone(PeerKind.PHASER);
      case POLLING -> polling("memory");
      case POLLING_FILE -> polling("file");
      case PYTHON -> throw new IOException("does not meet");
    };
  }

  private Contender agents(PeerKind kind, Path root, String store)
      throws IOException, InterruptedException {
    Path directory = root.resolve("store-" + store);
    return alone(new Crew(java, kind, directory.toString(), PROCESSES));
  }

  private Contender clients(PeerKind kind, Server server, boolean counts)
      throws IOException, InterruptedException {
    Crew crew = new Crew(java, kind, Integer.toString(server.port()), PROCESSES);
    return new CrewContender(crew, Optional.of(server), counts, workspace.memory());
  }

  private Contender alone(PeerKind kind) throws IOException, InterruptedException {
    return alone(new Crew(java, kind, "-", 1));
  }

  private Contender alone(Crew crew) {
    return new CrewContender(crew, Optional.empty(), false, workspace.memory());
  }

  private Contender barrier(boolean processPerAgent) throws IOException, InterruptedException {
    return CBarrier.compile(sources.resolve("c/barrier.c"), workspace, processPerAgent);
  }

  private Contender polling(String state) {
    return new Polling(sources.resolve("python/polling.py"), workspace.memory(), state);
  }

  private Server redis() throws IOException, InterruptedException {
    Server server = redis.isPresent() ? redis.get() : running(servers::redis);
    redis = Optional.of(server);
    return server;
  }

  private Server running(Start<Server> start) throws IOException, InterruptedException {
    Server server = start.start();
    running.add(server);
    return server;
  }
}
