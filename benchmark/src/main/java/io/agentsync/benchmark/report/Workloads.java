package io.agentsync.benchmark.report;

/** What the workloads are called in the results. */
public final class Workloads {

  public static final String EXCHANGE = "exchange of 1 KiB each, 4 JVMs";
  public static final String RELEASE = "release, arrivals over 0-10 ms, 4 JVMs";
  public static final String WAKE_UP = "wake-up across 2 JVMs";
  public static final String IDLE = "waiting processes";
  public static final String ONE_POINT = "agents at one point, 4 JVMs";
  public static final String MANY_POINTS = "points with 4 agents each, 4 JVMs";
  public static final String ZOOKEEPER_POINT = "agents at one point on ZooKeeper, 4 JVMs";
  public static final String BEATS = "agents that beat every 10 s";
  public static final String LOOK_UP = "agents found by capability";
  public static final String LIST = "points, list --json";
  public static final String STATS = "points, stats --json";
  public static final String DIAGNOSE = "points, diagnose --json of one";

  public static final String ENCODE = "encode an arrival";
  public static final String DECODE = "decode an arrival";
  public static final String FOLD = "fold an arrival";
  public static final String APPEND = "append an arrival";

  private Workloads() {}

  /** Rounds of agents in so many processes. */
  public static String rounds(int processes) {
    return "rounds, " + jvms(processes);
  }

  /** Rounds of agents in so many processes, by a ZooKeeper server. */
  public static String zooKeeper(int processes) {
    return "rounds on ZooKeeper, " + jvms(processes);
  }

  private static String jvms(int processes) {
    return processes + (processes == 1 ? " JVM" : " JVMs");
  }
}
