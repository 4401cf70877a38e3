package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.cli.render.AgentReport;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.NearNames;
import io.agentsync.model.RegistrySurvey;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the modes that change the registration of one agent have in common.
 *
 * @param call how it was asked for
 * @param action the name of the mode
 * @param agentId the agent
 */
record Enrolment(Invocation call, String action, String agentId) {

  /**
   * Changes a registration that has to be there.
   *
   * @param change says whether it was
   * @param sentence what has happened then
   */
  int change(Predicate<SynchronizedAgentRegistry> change, String sentence) {
    try (AgentSynchronizer synchronizer = call.open()) {
      if (!change.test(synchronizer.registry())) {
        throw unknown(synchronizer);
      }
      return tell(synchronizer, sentence);
    }
  }

  /** Tells what has happened, and how the agent is now. */
  int tell(AgentSynchronizer synchronizer, String sentence) {
    if (!call.human() || !call.quiet()) {
      call.print(
          new AgentReport(
              synchronizer.location(),
              action,
              agentId,
              sentence,
              synchronizer.registry().getAgent(agentId)));
    }
    return ExitCode.DONE.code();
  }

  private Complaint unknown(AgentSynchronizer synchronizer) {
    RegistrySurvey survey = synchronizer.registry().survey();
    call.report(survey.problems());
    List<String> near =
        NearNames.of(agentId, survey.agents().stream().map(AgentInfo::agentId).toList());
    String hint = near.isEmpty() ? "; `sync-diag registry` shows who is" : NearNames.question(near);
    return new Complaint(
        ExitCode.UNKNOWN,
        "agent \"%s\" is not registered in %s%s".formatted(agentId, synchronizer.location(), hint));
  }
}
