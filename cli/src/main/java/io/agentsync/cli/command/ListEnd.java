package io.agentsync.cli.command;

import io.agentsync.cli.render.ListReport;
import io.agentsync.model.SyncState;

/**
 * What comes after a list, on the other stream: why it is empty, what could not be read, what next.
 */
record ListEnd(Invocation call, ListReport list) {

  int say(String ifEmpty) {
    if (list.points().isEmpty()) {
      call.remark(ifEmpty);
    } else if (list.points().get(0).state() != SyncState.COMPLETED) {
      call.hint("diagnose " + list.points().get(0).syncId());
    }
    call.report(list.problems());
    return (list.problems().isEmpty() ? ExitCode.DONE : ExitCode.STORE).code();
  }
}
