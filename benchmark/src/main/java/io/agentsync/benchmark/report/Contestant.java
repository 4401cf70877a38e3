package io.agentsync.benchmark.report;

/** Who is compared: a way to meet, and where it keeps its state. */
public enum Contestant {
  AGENT_SYNC("agent-sync, process, memory"),
  AGENT_SYNC_DISK("agent-sync, process, disk"),
  AGENT_SYNC_POWER_MEMORY("agent-sync, power, memory"),
  AGENT_SYNC_POWER("agent-sync, power (as shipped), disk"),
  AGENT_SYNC_ZOOKEEPER("agent-sync on ZooKeeper, no forced sync"),
  JEDIS_LIST("Redis by Jedis, lists"),
  JEDIS_PUBSUB("Redis by Jedis, publish"),
  REDISSON("Redisson latch"),
  CURATOR("Curator, no forced sync"),
  CURATOR_FORCED("Curator, forced sync, disk"),
  C_BARRIER("pthread barrier in C, a process per agent"),
  C_BARRIER_THREADS("pthread barrier in C, threads in the processes"),
  CYCLIC_BARRIER("CyclicBarrier"),
  PHASER("Phaser"),
  POLLING("the original: polling every 100 ms, one Python process"),
  POLLING_FILE("polling a file every 100 ms, a Python process per agent"),
  PYTHON("the same in python3");

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  /** Whether it has a compiler that has to be given time. */
  public boolean isJvm() {
    return switch (this) {
      case C_BARRIER, C_BARRIER_THREADS, POLLING, POLLING_FILE, PYTHON -> false;
      default -> true;
    };
  }

  /** How it is called in a report. */
  public String title() {
    return title;
  }
}
