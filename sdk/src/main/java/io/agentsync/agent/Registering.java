package io.agentsync.agent;

import io.agentsync.model.AgentConflictException;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * Registers an agent, unless somebody alive holds it. Comes to the registration.
 *
 * @param agentId the agent
 * @param store where it is, for messages
 * @param holder in which session, and at which of its slots; empty if no process shall hold it
 * @param profile what the agent says of itself
 * @param replaceable the registration of somebody else that may be replaced, once that is known
 * @param written the record that was written, once it was
 */
public record Registering(
    String agentId,
    String store,
    Optional<Holder> holder,
    Profile profile,
    Optional<String> replaceable,
    Optional<Register> written)
    implements Change<Registration> {

  /**
   * Who registers.
   *
   * @param session its session
   * @param slot a slot that is free
   */
  public record Holder(String session, int slot) {}

  /** A change that has written nothing yet. */
  public static Registering of(
      String agentId, String store, Optional<Holder> holder, Profile profile) {
    return new Registering(agentId, store, holder, profile, Optional.empty(), Optional.empty());
  }

  @Override
  public Step<Registration> next(Agent agent, Moment now, String freshOp) {
    if (written.isPresent()) {
      Register mine = written.get();
      return switch (agent.fate(mine.op())) {
        case COUNTED -> new Step.Done<>(registered(agent, mine));
        case UNSEEN -> new Step.Append<>(mine, this);
        case VOID -> restarted().next(agent, now, freshOp);
      };
    }
    Optional<Registration> standing = agent.standing();
    if (standing.isEmpty() || mayReplace(standing.get())) {
      return register(agent, standing, now, freshOp);
    }
    Registration held = standing.get();
    return new Step.Look<>(held, pulse -> judged(held, pulse, now));
  }

  @Override
  public Registering restarted() {
    return of(agentId, store, holder, profile);
  }

  /** As it stands; or as it was made, if somebody has replaced it by now. */
  private static Registration registered(Agent agent, Register mine) {
    return agent
        .newest()
        .filter(newest -> newest.op().equals(mine.op()))
        .orElseGet(() -> mine.after(Optional.empty()));
  }

  private boolean mayReplace(Registration held) {
    return isMine(held) || replaceable.filter(held.op()::equals).isPresent();
  }

  /** What no process holds, everybody who has no process to hold it may speak for. */
  private boolean isMine(Registration held) {
    return held.session().equals(holder.map(Holder::session));
  }

  private Step<Registration> register(
      Agent agent, Optional<Registration> standing, Moment now, String op) {
    Optional<Integer> slot =
        standing
            .filter(this::isMine)
            .flatMap(Registration::slot)
            .or(() -> holder.map(Holder::slot));
    Register record =
        new Register(
            op,
            agent.nextNumber(),
            standing.map(Registration::op),
            holder.map(Holder::session),
            slot,
            profile,
            now);
    return new Step.Append<>(
        record,
        new Registering(agentId, store, holder, profile, Optional.empty(), Optional.of(record)));
  }

  private Registering judged(Registration held, Pulse pulse, Moment now) {
    Judgement judgement = Judgement.of(held, pulse, now);
    boolean over =
        judgement.liveness() == Liveness.DEAD
            || (held.session().isEmpty() && judgement.liveness() == Liveness.SUSPECT);
    if (!over) {
      throw new AgentConflictException(
          agentId, store, pulse.process(), held.since().wall(), judgement.evidence());
    }
    return new Registering(
        agentId, store, holder, profile, Optional.of(held.op()), Optional.empty());
  }
}
