package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.CheckupReport;
import io.agentsync.model.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether a store is fit to be shared. */
@Command(
    name = "doctor",
    aliases = "--doctor",
    description = "Is the store fit to be shared, and all in it readable.",
    footer = {
      "",
      "What has to be tried out is tried on temporary files, which are gone",
      "afterwards. Exits with 1 for problems; for warnings only with --strict."
    })
final class DoctorCommand implements Callable<Integer> {

  private final Invocation call;

  @Option(names = "--strict", description = "Exit with 1 for warnings, too.")
  boolean strict;

  DoctorCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    try (AgentSynchronizer synchronizer = call.openOrCreate()) {
      requireThere(synchronizer);
      CheckupReport report = new CheckupReport(synchronizer.location(), synchronizer.checkUp());
      if (!call.human() || !call.quiet() || !report.fit()) {
        call.print(report);
      }
      boolean well = report.fit() && (!strict || report.warnings() == 0);
      return (well ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }
  }

  /** Where there is no store, what is wrong with its place may be why. */
  private void requireThere(AgentSynchronizer synchronizer) {
    try {
      call.requireThere(synchronizer);
    } catch (Complaint | StoreException e) {
      CheckupReport report =
          new CheckupReport(synchronizer.location(), synchronizer.checkUpPlace());
      if (!report.fit()) {
        call.print(report);
      }
      throw e;
    }
  }
}
