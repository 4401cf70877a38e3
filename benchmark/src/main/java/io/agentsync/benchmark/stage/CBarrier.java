package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.Stamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A barrier of the C library in shared memory: what the machine can do. */
final class CBarrier implements Contender {

  private static final long NANOS_PER_MICRO = 1000;

  private final Path program;
  private final Path memory;
  private final boolean processPerAgent;

  private CBarrier(Path program, Path memory, boolean processPerAgent) {
    this.program = program;
    this.memory = memory;
    this.processPerAgent = processPerAgent;
  }

  /**
   * Compiles it.
   *
   * @param source its C source
   * @param workspace where the program goes, and what its processes share
   */
  static CBarrier compile(Path source, Workspace workspace, boolean processPerAgent)
      throws IOException, InterruptedException {
    Path program = workspace.disk().resolve("barrier");
    if (!Files.exists(program)) {
      Programs.run(List.of("gcc", "-O2", "-pthread", "-o", program.toString(), source.toString()));
    }
    return new CBarrier(program, workspace.memory(), processPerAgent);
  }

  /** It needs no warm-up, but gets one to spin up the processor. */
  @Override
  public Timing rounds(Setting setting) throws IOException, InterruptedException {
    return Timing.of(
        run(
            "rounds",
            setting.agents(),
            processes(setting.agents(), setting.processes()),
            setting.lead().toMillis(),
            setting.span().toMillis()));
  }

  @Override
  public Releases scattered(Scatter scatter) throws IOException, InterruptedException {
    Path file = Files.createTempFile(memory, "stamps-", "");
    try {
      Stamps stamps = Stamps.open(file, scatter.rounds(), scatter.agents());
      run(
          "scattered",
          scatter.agents(),
          processes(scatter.agents(), scatter.processes()),
          scatter.rounds(),
          scatter.spread().toNanos() / NANOS_PER_MICRO,
          file);
      return Releases.of(stamps, scatter.lead());
    } finally {
      Files.delete(file);
    }
  }

  private int processes(int agents, int wanted) {
    return processPerAgent ? agents : wanted;
  }

  private Map<String, Long> run(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return Programs.run(command);
  }
}
