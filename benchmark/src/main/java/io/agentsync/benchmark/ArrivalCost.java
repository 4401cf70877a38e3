package io.agentsync.benchmark;

import io.agentsync.benchmark.crew.ArrivalMeter;
import io.agentsync.benchmark.report.Pin;
import io.agentsync.benchmark.report.Spread;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Holds the cost of one arrival against the figure pinned in the repository; both are multiples of
 * a loop that is run at the same time, so that a slow machine is no worse than a fast one. {@code
 * ArrivalCost PIN-FILE}
 */
public final class ArrivalCost {

  private ArrivalCost() {}

  /** Exits with 1 if it is grossly dearer. */
  public static void main(String[] args) throws Exception {
    Pin pin = read(Path.of(args[0]));
    Spread ratio = Spread.of(new ArrivalMeter().ratios());
    System.out.println(pin.words(ratio));
    // The agents still meet; nobody needs what they would say now.
    System.out.flush();
    Runtime.getRuntime().halt(pin.isKeptBy(ratio) ? 0 : 1);
  }

  private static Pin read(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      all.load(reader);
    }
    return new Pin(
        Double.parseDouble(all.getProperty("ratio")),
        Double.parseDouble(all.getProperty("tolerance")));
  }
}
