package io.agentsync;

import io.agentsync.follow.SystemTime;
import io.agentsync.journal.Engines;
import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import io.agentsync.model.StoreException;
import io.agentsync.model.TimeSource;
import io.agentsync.model.Timeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Collects the settings of an {@link AgentSynchronizer}; not safe for several threads. */
public final class SynchronizerBuilder {
  private Optional<String> store = Optional.empty();
  private Optional<String> run = Optional.empty();
  private Duration timeout = AgentSynchronizer.DEFAULT_TIMEOUT;
  private Durability durability = Durability.POWER;
  private TimeSource time = SystemTime.INSTANCE;

  SynchronizerBuilder() {}

  /** A directory as the store. */
  public SynchronizerBuilder store(Path directory) {
    return store(directory.toString());
  }

  /** A store by its location: a path, or a URI whose scheme names an engine. */
  public SynchronizerBuilder store(String location) {
    this.store = Optional.of(location);
    return this;
  }

  /**
   * The run that its sync points are in; {@code AGENT_SYNC_RUN} by default, or none. Sync points of
   * different runs have nothing to do with one another. Within a run, what was completed is
   * remembered: an agent that begins anew and repeats its calls is told what it has had already.
   *
   * @throws InvalidRequestException if the name breaks the rule for ids
   */
  public SynchronizerBuilder run(String name) {
    this.run = Optional.of(Names.require("run", name));
    return this;
  }

  /**
   * How long a meeting may take from its first arrival, where nothing else is said; 30 s by
   * default.
   *
   * @throws InvalidRequestException if it is zero, negative, or longer than 10 years
   */
  public SynchronizerBuilder timeout(Duration value) {
    this.timeout = Timeouts.require(value);
    return this;
  }

  /** What the store shall outlive, if this is who creates it; {@code POWER} by default. */
  public SynchronizerBuilder durability(Durability value) {
    this.durability = Objects.requireNonNull(value, "durability");
    return this;
  }

  /** Where the present comes from, for tests. */
  public SynchronizerBuilder time(TimeSource value) {
    this.time = Objects.requireNonNull(value, "time");
    return this;
  }

  /**
   * Opens the store.
   *
   * @throws StoreException if the location cannot be a store
   */
  public AgentSynchronizer build() {
    String location = StoreLocation.find(store, System.getenv()).location();
    Optional<String> inRun = RunName.find(run, System.getenv());
    return new AgentSynchronizer(Engines.open(location, durability), inRun, timeout, time);
  }
}
