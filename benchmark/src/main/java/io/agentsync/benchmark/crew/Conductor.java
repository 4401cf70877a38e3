package io.agentsync.benchmark.crew;

import java.time.Duration;

/** Agent 0: opens and closes the window, and takes the time of each round in it. */
final class Conductor implements RoundListener {

  private final Window window;
  private final long lead;
  private final long span;
  private final long started = System.nanoTime();
  private final Durations durations = new Durations();
  private long opened;
  private long before;

  Conductor(Window window, Duration lead, Duration span) {
    this.window = window;
    this.lead = lead.toNanos();
    this.span = span.toNanos();
  }

  @Override
  public void left(long round, long now) {
    long first = window.first();
    if (first == 0) {
      if (now - started >= lead) {
        window.beginAfter(round + 1);
      }
      return;
    }
    if (round == first) {
      opened = now;
    } else {
      durations.add(now - before);
      if (now - opened >= span && window.last() == 0) {
        window.endAfter(round + 1);
      }
    }
    before = System.nanoTime();
  }

  /** What the rounds of the window took. */
  void tell(Facts facts) {
    facts.add("rounds", durations.count());
    facts.add("nanos", durations.sum());
    facts.add("p50", durations.percentile(50));
    facts.add("p99", durations.percentile(99));
    facts.add("max", durations.percentile(100));
  }
}
