package io.agentsync.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a caller may say beside the set of agents. Immutable; safe to share. */
public final class SyncOptions {

  private static final SyncOptions NONE = builder().build();

  private final Optional<Duration> timeout;
  private final Optional<Integer> round;

  private SyncOptions(Builder builder) {
    this.timeout = builder.timeout;
    this.round = builder.round;
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

  /** Which completed generation of the run it is about, 1 for the first; empty: the next one. */
  public Optional<Integer> round() {
    return round;
  }

  /** Collects options; not safe for several threads. */
  public static final class Builder {
    private Optional<Duration> timeout = Optional.empty();
    private Optional<Integer> round = Optional.empty();

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

    /**
     * Names the round of the run that the call is for: 1 is the first generation of the sync point
     * that was completed in the run, and so on. One that has been completed answers the call at
     * once; the one after them is taken part in. Only in a run.
     *
     * @throws InvalidRequestException if it is below 1
     */
    public Builder round(int value) {
      if (value < 1) {
        throw new InvalidRequestException("Round %d: rounds count from 1.".formatted(value));
      }
      this.round = Optional.of(value);
      return this;
    }

    /** The options said so far. */
    public SyncOptions build() {
      return new SyncOptions(this);
    }
  }
}
