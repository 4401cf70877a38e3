package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.NotRequiredException;
import io.agentsync.model.SyncRepair;
import java.time.Duration;
import java.util.Optional;

/** What an operator can do to an open generation, with who and why (SP-16). */
public sealed interface OperatorAct {

  /** The act that a repair asks for. */
  static OperatorAct of(SyncRepair repair, String actor) {
    if (repair instanceof SyncRepair.Excuse it) {
      return new ToExcuse(it.agent(), actor, it.reason());
    }
    if (repair instanceof SyncRepair.Extend it) {
      return new ToExtend(it.by(), actor, it.reason());
    }
    return repair instanceof SyncRepair.Force
        ? new ToForce(actor, repair.reason())
        : new ToAbort(actor, repair.reason());
  }

  /** Who. */
  String actor();

  /** Whether it can still be done to what is overdue. */
  default boolean sparesOverdue() {
    return false;
  }

  /** The record that does it; empty if there is nothing to do. */
  Optional<SyncRecord> record(String syncId, Generation open, Moment now, String op);

  /** Whether the record with that operation id has changed the generation without ending it. */
  default boolean took(Generation generation, String op) {
    return false;
  }

  /** Whether a record that has had no effect could still have one. */
  default boolean stillMeant(Generation open, SyncRecord record) {
    return true;
  }

  /**
   * Ends it as if it were complete.
   *
   * @param actor who
   * @param reason why
   */
  record ToForce(String actor, Optional<String> reason) implements OperatorAct {
    @Override
    public Optional<SyncRecord> record(String syncId, Generation open, Moment now, String op) {
      return Optional.of(new Force(op, open.number(), open.nonce(), actor, reason, now));
    }
  }

  /**
   * Ends it as failed.
   *
   * @param actor who
   * @param reason why
   */
  record ToAbort(String actor, Optional<String> reason) implements OperatorAct {
    @Override
    public Optional<SyncRecord> record(String syncId, Generation open, Moment now, String op) {
      return Optional.of(new Abort(op, open.number(), open.nonce(), actor, reason, now));
    }
  }

  /**
   * Lets the others go on without an agent.
   *
   * @param agent who is excused
   * @param actor who excuses
   * @param reason why
   */
  record ToExcuse(String agent, String actor, Optional<String> reason) implements OperatorAct {
    @Override
    public Optional<SyncRecord> record(String syncId, Generation open, Moment now, String op) {
      if (!open.spec().required().contains(agent)) {
        throw new NotRequiredException(syncId, open.number(), agent, open.spec().required());
      }
      return open.missing().contains(agent)
          ? Optional.of(new Excuse(op, open.number(), open.nonce(), agent, actor, reason, now))
          : Optional.empty();
    }

    @Override
    public boolean took(Generation generation, String op) {
      return generation.excuseOf(agent).filter(excuse -> excuse.op().equals(op)).isPresent();
    }

    @Override
    public boolean stillMeant(Generation open, SyncRecord record) {
      return open.missing().contains(agent);
    }
  }

  /**
   * Gives it more time: after its deadline, or from now on if that has passed.
   *
   * @param by how much longer
   * @param actor who
   * @param reason why
   */
  record ToExtend(Duration by, String actor, Optional<String> reason) implements OperatorAct {
    @Override
    public boolean sparesOverdue() {
      return true;
    }

    @Override
    public Optional<SyncRecord> record(String syncId, Generation open, Moment now, String op) {
      return new DeadlineWatch()
          .ruling(open, now)
          .map(
              due ->
                  new Extend(
                      op,
                      open.number(),
                      open.nonce(),
                      due.deadline().id(),
                      due.in().compareTo(Duration.ZERO) <= 0,
                      by,
                      actor,
                      reason,
                      now));
    }

    @Override
    public boolean took(Generation generation, String op) {
      return generation.extendedBy(op);
    }

    @Override
    public boolean stillMeant(Generation open, SyncRecord record) {
      return record instanceof Extend extend
          && open.deadlines().stream().anyMatch(d -> d.id().equals(extend.judged()));
    }
  }
}
