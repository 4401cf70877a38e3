package io.agentsync.benchmark.report;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_ZOOKEEPER;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static io.agentsync.benchmark.report.Mark.atLeast;
import static io.agentsync.benchmark.report.Mark.atMost;

import java.util.List;

/** What has been promised of meeting by a ZooKeeper server. */
final class ZooKeeperMarks {

  private ZooKeeperMarks() {}

  static List<Mark> all() {
    Cell eight =
        new Cell(Workloads.zooKeeper(4), AGENT_SYNC_ZOOKEEPER, 8, Metrics.ROUNDS_PER_SECOND);
    Cell crowd = new Cell(Workloads.ZOOKEEPER_POINT, AGENT_SYNC_ZOOKEEPER, 1_000, Metrics.SECONDS);
    return List.of(
        atLeast(
            "zookeeper-curator",
            "on ZooKeeper, 8 agents, 4 JVMs: rounds/s against Curator (enter and leave) on the same server",
            eight,
            Measure.ratio(eight, eight.of(CURATOR)),
            2,
            " ×"),
        atMost(
            "zookeeper-crowd",
            "on ZooKeeper, 1,000 agents at one point from 4 JVMs",
            crowd,
            Measure.value(crowd),
            5,
            " s"),
        events("zookeeper-events-8", 8, 8),
        events("zookeeper-events-1000", 1_000, 4));
  }

  private static Mark events(String id, int agents, int processes) {
    Cell events =
        new Cell(Workloads.zooKeeper(processes), AGENT_SYNC_ZOOKEEPER, agents, Metrics.EVENTS);
    return atMost(
        id,
        "on ZooKeeper, "
            + Numbers.plain(agents)
            + " agents, "
            + processes
            + " JVMs: watch events of a round, per agent",
        events,
        Measure.share(events, agents),
        2,
        "");
  }
}
