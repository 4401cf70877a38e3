package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Absence;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.stage.Contender;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several contenders in turn, again and again, so that whatever else the machine does hits
 * all of them alike. One that fails gets a second chance; then it is left out, and said to be.
 */
final class Alternation {

  private static final int CHANCES = 2;

  /** One measurement of one contender. */
  interface Measurement {
    void of(Contestant who, Contender contender) throws IOException, InterruptedException;
  }

  private final Bench bench;
  private final String workload;
  private final int size;
  private final Map<Contestant, Integer> failures = new EnumMap<>(Contestant.class);

  private Alternation(Bench bench, String workload, int size) {
    this.bench = bench;
    this.workload = workload;
    this.size = size;
  }

  /** Warms each up once, and then measures them in turn, as often as the effort says. */
  static void run(
      Bench bench,
      String workload,
      int size,
      List<Contestant> who,
      Measurement warmUp,
      Measurement measurement)
      throws InterruptedException {
    Alternation alternation = new Alternation(bench, workload, size);
    for (Contestant each : who) {
      alternation.attempt(each, warmUp);
    }
    for (int repetition = 0; repetition < bench.effort().repetitions(); repetition++) {
      for (Contestant each : who) {
        if (!alternation.attempt(each, measurement) && alternation.attempt(each, warmUp)) {
          alternation.attempt(each, measurement);
        }
      }
    }
  }

  /** Whether it worked. */
  private boolean attempt(Contestant who, Measurement measurement) throws InterruptedException {
    if (failures.getOrDefault(who, 0) >= CHANCES) {
      return false;
    }
    try {
      measurement.of(who, bench.contenders().get(who));
      return true;
    } catch (IOException e) {
      failures.merge(who, 1, Integer::sum);
      bench.contenders().drop(who);
      String reason = String.valueOf(e.getMessage());
      bench.log().println("  " + who.title() + ": " + reason);
      if (failures.getOrDefault(who, 0) >= CHANCES) {
        bench.results().add(new Absence(workload, size, who, reason));
      }
      return false;
    }
  }
}
