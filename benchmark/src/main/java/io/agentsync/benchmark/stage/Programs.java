package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, for the facts that it prints. */
public final class Programs {

  private static final int PATIENCE_SECONDS = 120;

  private Programs() {}

  /**
   * The lines {@code name=number} of its output.
   *
   * @throws IOException if it cannot be run, fails or does not end
   */
  public static Map<String, Long> run(List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    // Or it would go on filling directories that are being cleared when a run is broken off.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    try {
      Map<String, Long> facts = new TreeMap<>();
      for (String line : process.inputReader().lines().toList()) {
        String[] fact = line.split("=", 2);
        if (fact.length == 2) {
          facts.merge(fact[0], Long.parseLong(fact[1]), Long::sum);
        }
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command.get(0) + " failed");
      }
      return facts;
    } finally {
      process.destroyForcibly();
    }
  }
}
