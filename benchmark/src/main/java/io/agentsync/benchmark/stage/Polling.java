package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.Stamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The habit of looking again every 100 ms, in Python; see the program. */
final class Polling implements Contender {

  private static final long NANOS_PER_MICRO = 1000;

  private final Path program;
  private final Path memory;
  private final String state;

  /**
   * @param state where the state is: {@code memory} of one process, or a {@code file} of several
   */
  Polling(Path program, Path memory, String state) {
    this.program = program;
    this.memory = memory;
    this.state = state;
  }

  @Override
  public Timing rounds(Setting setting) throws IOException, InterruptedException {
    return Timing.of(
        Programs.run(
            List.of(
                "python3",
                program.toString(),
                state,
                "rounds",
                Integer.toString(setting.agents()),
                Long.toString(setting.lead().toMillis()),
                Long.toString(setting.span().toMillis()),
                directory())));
  }

  @Override
  public Releases scattered(Scatter scatter) throws IOException, InterruptedException {
    Path file = Files.createTempFile(memory, "stamps-", "");
    Stamps stamps = Stamps.open(file, scatter.rounds(), scatter.agents());
    Programs.run(
        List.of(
            "python3",
            program.toString(),
            state,
            "scattered",
            Integer.toString(scatter.agents()),
            Integer.toString(scatter.rounds()),
            Long.toString(scatter.spread().toNanos() / NANOS_PER_MICRO),
            directory(),
            file.toString()));
    return Releases.of(stamps, scatter.lead());
  }

  private String directory() throws IOException {
    return Files.createTempDirectory(memory, "polling-").toString();
  }
}
