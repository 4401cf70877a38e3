package io.agentsync.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What a caller may say beside the set of agents. Immutable; safe to share. */
public final class SyncOptions {

  /** How long an agent has to be proven gone before a meeting ends without it, if nobody says. */
  public static final Duration DEFAULT_LOSS_GRACE = Duration.ofSeconds(15);

  private static final SyncOptions NONE = builder().build();

  private final Optional<Duration> timeout;

  private final Optional<Integer> round;
  private final Optional<Duration> lossGrace;

  private final OptionalInt quorum;
  private final Optional<Object> payload;
  private final ArrivalStatus status;
  private final boolean blocking;
  private final boolean failFast;

  private SyncOptions(Builder builder) {
    this.timeout = builder.timeout;
    this.round = builder.round;
    this.lossGrace = builder.lossGrace;
    this.quorum = builder.quorum;
    this.payload = builder.payload;
    this.status = builder.status;
    this.blocking = builder.blocking;
    this.failFast = builder.failFast;
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

  /**
   * How long an agent that has to come must be proven gone before this call ends the meeting as
   * {@link SyncOutcome#AGENT_LOST}; empty: never.
   */
  public Optional<Duration> lossGrace() {
    return lossGrace;
  }

  /** How many agents are enough; empty: all of them. */
  public OptionalInt quorum() {
    return quorum;
  }

  /** What the agent brings to the others. */
  public Optional<Object> payload() {
    return payload;
  }

  /** What the agent says of its part. */
  public ArrivalStatus status() {
    return status;
  }

  /** Whether the agent does nothing else until the generation ends. */
  public boolean blocking() {
    return blocking || failFast;
  }

  /** Whether the call ends the meeting when it is seen to wait in vain. */
  public boolean failFast() {
    return failFast;
  }

  /** The same, said by somebody who does nothing else until the generation ends. */
  public SyncOptions whileBlocking() {
    if (blocking()) {
      return this;
    }
    Builder same = builder().status(status).blocking(true);
    same.timeout = timeout;
    same.round = round;
    same.lossGrace = lossGrace;
    same.quorum = quorum;
    same.payload = payload;
    return same.build();
  }

  /** Collects options; not safe for several threads. */
  public static final class Builder {
    private Optional<Duration> timeout = Optional.empty();
    private Optional<Integer> round = Optional.empty();
    private Optional<Duration> lossGrace = Optional.of(DEFAULT_LOSS_GRACE);
    private OptionalInt quorum = OptionalInt.empty();
    private Optional<Object> payload = Optional.empty();
    private ArrivalStatus status = ArrivalStatus.OK;
    private boolean blocking;
    private boolean failFast;

    private Builder() {}

    /**
     * Limits how long the generation may take from its first arrival.
     *
     * @throws InvalidRequestException if it is zero, negative, or longer than 10 years
     */
    public Builder timeout(Duration value) {
      this.timeout = Optional.of(Timeouts.require(value));
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

    /**
     * Is content with so many agents that stand with {@link ArrivalStatus#OK}; the generation is
     * aborted as soon as they can no longer be reached. Everybody has to say the same.
     *
     * @throws InvalidRequestException if it is below 1
     */
    public Builder quorum(int least) {
      if (least < 1) {
        throw new InvalidRequestException(
            "A quorum of %d is not possible: use 1 or more.".formatted(least));
      }
      this.quorum = OptionalInt.of(least);
      return this;
    }

    /**
     * Brings something to the others, who are given it with the result, by agent, also when the
     * meeting fails. It goes through JSON: what comes out are maps, lists, text, numbers and
     * booleans.
     *
     * @param value anything that can be written as JSON, up to about 200 KiB
     */
    public Builder payload(Object value) {
      this.payload = Optional.of(Objects.requireNonNull(value, "payload"));
      return this;
    }

    /** Says how the agent's own part went; {@link ArrivalStatus#OK} by default. */
    public Builder status(ArrivalStatus value) {
      this.status = Objects.requireNonNull(value, "status");
      return this;
    }

    /**
     * Waits so long for a registered agent that is proven gone, in case it is started again, before
     * the meeting ends as {@link SyncOutcome#AGENT_LOST}; 15 s by default. The shortest grace of
     * all who wait decides. Zero: at the next look, which whoever waits takes once a second.
     *
     * @throws InvalidRequestException if it is negative
     */
    public Builder lossGrace(Duration value) {
      Objects.requireNonNull(value, "lossGrace");
      if (value.isNegative()) {
        throw new InvalidRequestException(
            "A loss grace of %s is not possible: use zero or more.".formatted(value));
      }
      this.lossGrace = Optional.of(value);
      return this;
    }

    /** Waits for agents that are gone too, until the deadline. */
    public Builder waitForLost() {
      this.lossGrace = Optional.empty();
      return this;
    }

    /**
     * Says that the agent does nothing else until the generation ends: it comes to no other meeting
     * of the run before. By that, others can tell that they wait in vain for it. Whoever calls
     * {@code meet} has said so. False by default: who waits by a future may go on to other
     * meetings.
     */
    public Builder blocking(boolean value) {
      this.blocking = value;
      return this;
    }

    /**
     * Ends the meeting as {@link SyncOutcome#ABORTED} within a few seconds when it can never be
     * completed, because those who are missing are held up themselves by agents that wait for this
     * meeting, or for each other. Only agents that have said that they are {@link #blocking} count
     * as held up; this call says so, too. False by default.
     */
    public Builder failFast(boolean value) {
      this.failFast = value;
      return this;
    }

    /** The options said so far. */
    public SyncOptions build() {
      return new SyncOptions(this);
    }
  }
}
