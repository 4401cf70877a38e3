package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.StoryReport;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells what happened at one sync point. */
@Command(
    name = "explain",
    aliases = "--explain",
    description = "The story of a sync point, record by record.",
    footer = {
      "",
      "Also of one that has been cleaned up, for as long as there is history. Exits",
      "with 1 if the newest generation failed or a record is damaged."
    })
final class ExplainCommand implements Callable<Integer>, Formats {

  private final Invocation call;

  @Parameters(paramLabel = "ID", description = "The sync point; may have been cleaned up.")
  String id = "";

  ExplainCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Set<Format> formats() {
    return EnumSet.of(Format.TABLE, Format.PLAIN, Format.JSON, Format.JSONL);
  }

  @Override
  public Integer call() {
    try (AgentSynchronizer synchronizer = call.open()) {
      StoryReport report =
          new StoryReport(
              synchronizer.location(),
              synchronizer.run(),
              call.about(synchronizer, id, () -> synchronizer.story(id)));
      call.print(report);
      call.report(report.problems());
      return code(report).code();
    }
  }

  private static ExitCode code(StoryReport report) {
    if (!report.readable()) {
      return ExitCode.STORE;
    }
    return report.good() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
