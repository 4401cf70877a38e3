package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Takes the processor time of processes over the window, by what it was used for. */
final class CpuMeter implements RoundListener {

  private final Window window;
  private final Iterable<String> processes;
  private final Map<String, Long> used = new HashMap<>();

  /** Processes as the directory of processes names them. */
  CpuMeter(Window window, Iterable<String> processes) {
    this.window = window;
    this.processes = processes;
  }

  @Override
  public void left(long round, long now) throws IOException {
    if (round == window.first()) {
      read(-1);
    } else if (round == window.last()) {
      read(1);
    }
  }

  void tell(Facts facts) {
    used.forEach((purpose, nanos) -> facts.add("cpu." + purpose, nanos));
  }

  private void read(int sign) throws IOException {
    for (String process : processes) {
      ThreadTimes.of(process)
          .forEach((purpose, nanos) -> used.merge(purpose, sign * nanos, Long::sum));
    }
  }
}
