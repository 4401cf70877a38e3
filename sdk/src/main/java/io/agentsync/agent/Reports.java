package io.agentsync.agent;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import java.util.Optional;

/** What users are told about agents. */
public final class Reports {

  private Reports() {}

  /** One agent. */
  public static AgentInfo info(String id, Registration registration, Pulse pulse, Moment now) {
    Judgement judgement = Judgement.of(registration, pulse, now);
    return new AgentInfo(
        id,
        registration.profile().role(),
        registration.status(),
        judgement.liveness(),
        judgement.evidence(),
        registration.since().wall(),
        pulse.heard(registration).wall(),
        registration.action(),
        judgement.liveness() == Liveness.DEAD
            ? Optional.empty()
            : pulse.beat().flatMap(CellBeat::waitsAt),
        pulse.process(),
        registration.profile().capabilities(),
        registration.profile().metadata());
  }
}
