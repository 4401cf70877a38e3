package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_DISK;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_POWER;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_POWER_MEMORY;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static io.agentsync.benchmark.report.Contestant.CURATOR_FORCED;
import static io.agentsync.benchmark.report.Contestant.CYCLIC_BARRIER;
import static io.agentsync.benchmark.report.Contestant.C_BARRIER;
import static io.agentsync.benchmark.report.Contestant.C_BARRIER_THREADS;
import static io.agentsync.benchmark.report.Contestant.JEDIS_LIST;
import static io.agentsync.benchmark.report.Contestant.JEDIS_PUBSUB;
import static io.agentsync.benchmark.report.Contestant.PHASER;
import static io.agentsync.benchmark.report.Contestant.REDISSON;

import io.agentsync.benchmark.report.Contestant;
import java.util.ArrayList;
import java.util.List;

/** Which agents meet in how many processes, and who is compared there. */
final class RoundsPlan {

  /**
   * Those who are measured in alternation.
   *
   * @param marked whether a mark is about it
   */
  record Entry(int agents, int processes, boolean marked, List<Contestant> who) {

    /** Of all effort what it is worth. */
    Effort fitting(Effort effort) {
      return marked ? effort : effort.forCurve();
    }
  }

  private RoundsPlan() {}

  static List<Entry> of(Effort effort) {
    List<Entry> entries = new ArrayList<>(marked());
    if (!effort.quick()) {
      entries.addAll(curves());
    }
    return entries;
  }

  private static List<Entry> marked() {
    return List.of(
        new Entry(
            8,
            4,
            true,
            List.of(
                AGENT_SYNC,
                JEDIS_LIST,
                JEDIS_PUBSUB,
                C_BARRIER,
                CURATOR,
                AGENT_SYNC_POWER,
                CURATOR_FORCED)),
        new Entry(32, 4, true, List.of(AGENT_SYNC, JEDIS_LIST, JEDIS_PUBSUB, C_BARRIER)),
        new Entry(128, 4, true, List.of(AGENT_SYNC, JEDIS_LIST, JEDIS_PUBSUB, C_BARRIER)),
        new Entry(128, 1, true, List.of(AGENT_SYNC, CYCLIC_BARRIER)));
  }

  /** Those who are left, where they say something; nobody twice at one place. */
  private static List<Entry> curves() {
    List<Entry> entries = new ArrayList<>();
    entries.add(curve(8, 4, AGENT_SYNC_DISK, AGENT_SYNC_POWER_MEMORY, REDISSON, C_BARRIER_THREADS));
    for (int agents : new int[] {32, 128}) {
      entries.add(curve(agents, 4, AGENT_SYNC_POWER, REDISSON, CURATOR));
    }
    entries.add(curve(2, 2, AGENT_SYNC, AGENT_SYNC_POWER, JEDIS_LIST, CURATOR, C_BARRIER));
    for (int agents : new int[] {2, 8, 32}) {
      entries.add(curve(agents, 1, AGENT_SYNC, CYCLIC_BARRIER, PHASER));
    }
    entries.add(curve(128, 1, PHASER, JEDIS_LIST, C_BARRIER_THREADS));
    return entries;
  }

  private static Entry curve(int agents, int processes, Contestant... who) {
    return new Entry(agents, processes, false, List.of(who));
  }
}
