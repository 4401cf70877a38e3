package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a command took.
 *
 * @param seconds from its start to its end
 * @param mebibytes the most memory that it had at a time, 0 where the system does not say
 */
public record Run(double seconds, double mebibytes) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
  private static final int LOOK_MILLIS = 5;
  private static final int PATIENCE_SECONDS = 120;
  private static final String PEAK = "VmHWM:";

  /**
   * Runs it to its end; nobody reads what it prints.
   *
   * @param good the exit codes that are as they should be
   * @throws IOException if it exits otherwise, or does not end
   */
  public static Run of(List<String> command, List<Integer> good)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      double peak = 0;
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peak(process.pid()));
        if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
          throw new IOException(command + " did not end");
        }
      }
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      if (!good.contains(process.exitValue())) {
        throw new IOException(command + " exited with " + process.exitValue());
      }
      return new Run(seconds, peak);
    } finally {
      process.destroyForcibly();
    }
  }

  private static double peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
              .filter(line -> line.startsWith(PEAK))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findAny()
              .orElse(0)
          / KIBIBYTES_PER_MEBIBYTE;
    } catch (IOException ended) {
      return 0;
    }
  }
}
