package io.agentsync.cli;

import io.agentsync.cli.command.Complaint;
import io.agentsync.cli.command.Console;
import io.agentsync.cli.command.ExitCode;
import io.agentsync.cli.command.GlobalOptions;
import io.agentsync.cli.command.OutputException;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.NotRequiredException;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.UnknownSyncPointException;
import java.util.Arrays;

/** Says in one line what went wrong, and gives it its exit code. */
record Failures(Console console, GlobalOptions options) {

  int codeOf(Exception failure) {
    if (failure instanceof OutputException output) {
      return output.readerGone()
          ? ExitCode.DONE.code()
          : say(ExitCode.STORE, "cannot write the output: " + output.reason());
    }
    if (options.verbose()) {
      Arrays.stream(failure.getStackTrace()).forEach(frame -> console.tell("  at " + frame));
    }
    if (failure instanceof Complaint complaint) {
      return say(complaint.code(), complaint.line());
    }
    if (failure instanceof AgentSyncException known) {
      return say(code(known), String.valueOf(known.getMessage()));
    }
    return say(ExitCode.STORE, "this is a bug, please report it (-v shows where): " + failure);
  }

  private static ExitCode code(AgentSyncException failure) {
    if (failure instanceof NotRequiredException) {
      return ExitCode.UNKNOWN;
    }
    if (failure instanceof InvalidRequestException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof UnknownSyncPointException) {
      return ExitCode.UNKNOWN;
    }
    if (failure instanceof StoreBusyException) {
      return ExitCode.BUSY;
    }
    return failure instanceof StoreException ? ExitCode.STORE : ExitCode.FINDINGS;
  }

  private int say(ExitCode code, String line) {
    console.tell("sync-diag: " + line);
    return code.code();
  }
}
