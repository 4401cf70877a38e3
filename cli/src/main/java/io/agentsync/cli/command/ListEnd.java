package io.agentsync.cli.command;

import io.agentsync.cli.render.ListReport;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes after a list, on the other stream: why it is empty, what could not be read, what next.
 */
record ListEnd(Invocation call, ListReport list) {

  int say(String ifEmpty) {
    return say(ifEmpty, List.of());
  }

  /** Says it together with what else could not be read; what the list names itself is said once. */
  int say(String ifEmpty, List<Problem> further) {
    if (list.points().isEmpty()) {
      call.remark(ifEmpty);
    } else if (list.points().get(0).state() != SyncState.COMPLETED) {
      call.hint("diagnose", list.points().get(0));
    }
    Set<Problem> problems = new LinkedHashSet<>(list.problems());
    problems.addAll(further);
    call.report(List.copyOf(problems));
    return (problems.isEmpty() ? ExitCode.DONE : ExitCode.STORE).code();
  }
}
