package io.agentsync.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells who waits what is being measured, and how long that took, by minutes and seconds. */
final class Progress {

  private final PrintStream out;
  private final long begin = System.nanoTime();
  private long since = begin;

  Progress(PrintStream out) {
    this.out = out;
  }

  void begins(String name, String purpose) {
    since = System.nanoTime();
    out.println("[" + clock(passed(begin)) + "] " + name + ": " + purpose);
  }

  void ends(String name) {
    out.println("[" + clock(passed(begin)) + "] " + name + " took " + clock(passed(since)));
  }

  static String clock(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private static Duration passed(long from) {
    return Duration.ofNanos(System.nanoTime() - from);
  }
}
