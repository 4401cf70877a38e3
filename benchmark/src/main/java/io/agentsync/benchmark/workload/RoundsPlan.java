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

  /** Those who are measured in alternation. */
  record Entry(int agents, int processes, List<Contestant> who) {}

  private static final List<Contestant> EVERYBODY =
      List.of(
          AGENT_SYNC,
          JEDIS_LIST,
          C_BARRIER,
          AGENT_SYNC_DISK,
          JEDIS_PUBSUB,
          C_BARRIER_THREADS,
          CURATOR,
          REDISSON,
          AGENT_SYNC_POWER,
          CURATOR_FORCED,
          AGENT_SYNC_POWER_MEMORY);

  private RoundsPlan() {}

  static List<Entry> of(Effort effort) {
    return effort.quick() ? quick() : full();
  }

  private static List<Entry> quick() {
    return List.of(
        new Entry(
            8,
            4,
            List.of(
                AGENT_SYNC,
                JEDIS_LIST,
                JEDIS_PUBSUB,
                C_BARRIER,
                CURATOR,
                AGENT_SYNC_POWER,
                CURATOR_FORCED)),
        new Entry(32, 4, List.of(AGENT_SYNC, JEDIS_LIST, JEDIS_PUBSUB, C_BARRIER)),
        new Entry(128, 4, List.of(AGENT_SYNC, JEDIS_LIST, JEDIS_PUBSUB, C_BARRIER)),
        new Entry(128, 1, List.of(AGENT_SYNC, CYCLIC_BARRIER)));
  }

  private static List<Entry> full() {
    List<Entry> entries = new ArrayList<>();
    for (int processes : new int[] {1, 2, 4}) {
      for (int agents : new int[] {2, 8, 32, 128}) {
        if (agents >= processes) {
          List<Contestant> who = new ArrayList<>(EVERYBODY);
          if (processes == 1) {
            who.addAll(List.of(CYCLIC_BARRIER, PHASER));
          }
          entries.add(new Entry(agents, processes, who));
        }
      }
    }
    return entries;
  }
}
