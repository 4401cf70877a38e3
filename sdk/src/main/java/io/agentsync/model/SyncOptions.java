package io.agentsync.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a caller may say beside the set of agents. Immutable; safe to share. */
public final class SyncOptions {

  private static final SyncOptions NONE = builder().build();

  private final Optional<Duration> timeout;

  private SyncOptions(Builder builder) {
    this.timeout = builder.timeout;
  }

  /** Nothing said: the defaults of the synchronizer hold. */
  public static SyncOptions none() {
    return NONE;
  }

  /** Starts with nothing said. */
  public static Builder builder() {
    return new Builder();
  }

  /** How long the generation may take from its first arrival; empty: the synchronizer's default. */
  public Optional<Duration> timeout() {
    return timeout;
  }

  /** Collects options; not safe for several threads. */
  public static final class Builder {
    private Optional<Duration> timeout = Optional.empty();

    private Builder() {}

    /**
     * Limits how long the generation may take from its first arrival.
     *
     * @throws InvalidRequestException if it is zero, negative, or longer than 10 years
     */
    public Builder timeout(Duration value) {
      this.timeout = Optional.of(Timeouts.require(Objects.requireNonNull(value, "timeout")));
      return this;
    }

    /** The options said so far. */
    public SyncOptions build() {
      return new SyncOptions(this);
    }
  }
}
