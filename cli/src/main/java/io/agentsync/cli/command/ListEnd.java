package io.agentsync.cli.command;

import io.agentsync.cli.render.ListReport;
import io.agentsync.model.Blocker;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What comes after a list, on the other stream: why it is empty, what could not be read, what next.
 */
record ListEnd(Invocation call, ListReport list, List<Blocker> blockers) {

  int say(String ifEmpty) {
    return say(ifEmpty, List.of());
  }

  /** Says it together with what else could not be read; what the list names itself is said once. */
  int say(String ifEmpty, List<Problem> further) {
    if (list.points().isEmpty()) {
      call.remark(ifEmpty);
    } else {
      next().filter(point -> point.state() != SyncState.COMPLETED).ifPresent(this::hint);
    }
    Set<Problem> problems = new LinkedHashSet<>(list.problems());
    problems.addAll(further);
    call.report(List.copyOf(problems));
    return (problems.isEmpty() ? ExitCode.DONE : ExitCode.STORE).code();
  }

  /** Where whoever blocks most is missing; else the first of the list. */
  private Optional<SyncStatus> next() {
    return blockers.stream()
        .flatMap(blocker -> list.points().stream().filter(point -> isAt(point, blocker)))
        .findFirst()
        .or(() -> list.points().stream().findFirst());
  }

  private static boolean isAt(SyncStatus point, Blocker blocker) {
    return point.syncId().equals(blocker.syncId()) && point.run().equals(blocker.run());
  }

  private void hint(SyncStatus point) {
    call.hint("diagnose", point);
  }
}
