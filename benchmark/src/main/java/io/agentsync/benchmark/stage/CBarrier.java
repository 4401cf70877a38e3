package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A barrier of the C library in shared memory: what the machine can do. */
final class CBarrier implements Contender {

  private final Path program;
  private final boolean processPerAgent;

  private CBarrier(Path program, boolean processPerAgent) {
    this.program = program;
    this.processPerAgent = processPerAgent;
  }

  /**
   * Compiles it.
   *
   * @param source its C source
   * @param directory where the program goes
   */
  static CBarrier compile(Path source, Path directory, boolean processPerAgent)
      throws IOException, InterruptedException {
    Path program = directory.resolve("barrier");
    if (!Files.exists(program)) {
      Programs.run(List.of("gcc", "-O2", "-pthread", "-o", program.toString(), source.toString()));
    }
    return new CBarrier(program, processPerAgent);
  }

  /** It needs no warm-up, but gets one to spin up the processor. */
  @Override
  public Timing rounds(Setting setting) throws IOException, InterruptedException {
    int processes = processPerAgent ? setting.agents() : setting.processes();
    return Timing.of(
        Programs.run(
            List.of(
                program.toString(),
                Integer.toString(setting.agents()),
                Integer.toString(processes),
                Long.toString(setting.lead().toMillis()),
                Long.toString(setting.span().toMillis()))));
  }

  @Override
  public void close() {}
}
