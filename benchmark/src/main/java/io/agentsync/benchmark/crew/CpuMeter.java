package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.util.Map;

/** Takes the processor time of processes over the window, by what it was used for. */
final class CpuMeter implements RoundListener {

  private final Window window;
  private final Iterable<String> processes;
  private ThreadTimes before = new ThreadTimes(Map.of());
  private Map<String, Long> used = Map.of();

  /** Processes as the directory of processes names them. */
  CpuMeter(Window window, Iterable<String> processes) {
    this.window = window;
    this.processes = processes;
  }

  @Override
  public void left(long round, long now) throws IOException {
    if (round == window.first()) {
      before = ThreadTimes.of(processes);
    } else if (round == window.last()) {
      used = ThreadTimes.of(processes).since(before);
    }
  }

  void tell(Facts facts) {
    facts.addProcessorTime(used);
  }
}
