package io.agentsync.benchmark.report;

/** The names of what is measured, with their units. */
public final class Metrics {

  public static final String ROUNDS_PER_SECOND = "rounds/s";
  public static final String P50 = "p50 µs";
  public static final String P99 = "p99 µs";
  public static final String CPU = "CPU µs/round";
  public static final String REQUESTS = "requests/round at the server";
  public static final String EVENTS = "watch events/round at the server";
  public static final String BYTES = "bytes/round at the server";
  public static final String SECONDS = "s";
  public static final String PERCENT_OF_CORE = "% of a core";
  public static final String NANOS = "ns";
  public static final String MEBIBYTES = "MiB";

  private Metrics() {}
}
