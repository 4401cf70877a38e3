package io.agentsync.benchmark.report;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_POWER;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static io.agentsync.benchmark.report.Contestant.CURATOR_FORCED;
import static io.agentsync.benchmark.report.Contestant.CYCLIC_BARRIER;
import static io.agentsync.benchmark.report.Contestant.C_BARRIER;
import static io.agentsync.benchmark.report.Contestant.JEDIS_LIST;
import static io.agentsync.benchmark.report.Contestant.JEDIS_PUBSUB;
import static io.agentsync.benchmark.report.Contestant.POLLING;
import static io.agentsync.benchmark.report.Contestant.PYTHON;
import static io.agentsync.benchmark.report.Mark.atLeast;
import static io.agentsync.benchmark.report.Mark.atMost;

import java.util.ArrayList;
import java.util.List;

/** What has been promised of the speed of agent-sync. */
final class Marks {

  private static final List<Contestant> REDIS = List.of(JEDIS_LIST, JEDIS_PUBSUB);
  private static final String TIMES = " ×";
  private static final int AGENTS_OF_ONE_JVM = 128;

  private Marks() {}

  static List<Mark> all() {
    List<Mark> marks = new ArrayList<>();
    marks.addAll(rounds());
    marks.addAll(releases());
    marks.addAll(crowds());
    marks.addAll(ZooKeeperMarks.all());
    marks.addAll(listing());
    return marks;
  }

  private static List<Mark> rounds() {
    List<Mark> marks = new ArrayList<>();
    Cell eight = new Cell(Workloads.rounds(4), AGENT_SYNC, 8, Metrics.ROUNDS_PER_SECOND);
    Cell power = eight.of(AGENT_SYNC_POWER);
    marks.add(
        atLeast(
            "rounds-8-curator",
            "8 agents, 4 JVMs: rounds/s against Curator (enter and leave) without forced sync",
            eight,
            Measure.ratio(eight, eight.of(CURATOR)),
            40,
            TIMES));
    marks.add(
        atLeast(
            "rounds-8-curator-forced",
            "8 agents, 4 JVMs, as shipped: rounds/s against Curator (enter and leave) with forced sync",
            power,
            Measure.ratio(power, eight.of(CURATOR_FORCED)),
            15,
            TIMES));
    for (int agents : new int[] {8, 32, 128}) {
      Cell cell = eight.at(agents);
      String where = agents + " agents, 4 JVMs: ";
      marks.add(
          atLeast(
              "rounds-" + agents + "-redis",
              where + "rounds/s against the better of Redis/Jedis",
              cell,
              Measure.ratioToHighest(cell, REDIS),
              2,
              TIMES));
      marks.add(
          atLeast(
              "rounds-" + agents + "-c",
              where + "rounds/s against the barrier in C",
              cell,
              Measure.ratio(cell, cell.of(C_BARRIER)),
              0.2,
              TIMES));
      if (agents > 8) {
        Cell p99 = new Cell(Workloads.rounds(4), AGENT_SYNC, agents, Metrics.P99);
        marks.add(
            atMost(
                "p99-" + agents + "-redis",
                where + "p99 of a round against the better of Redis/Jedis",
                p99,
                Measure.ratioToLowest(p99, REDIS),
                0.5,
                TIMES));
      }
    }
    Cell one = new Cell(Workloads.rounds(1), AGENT_SYNC, AGENTS_OF_ONE_JVM, Metrics.CPU);
    marks.add(
        atMost(
            "cpu-arrival",
            "128 agents, 1 JVM: processor time of an arrival",
            one,
            Measure.share(one, AGENTS_OF_ONE_JVM),
            15,
            " µs"));
    Cell speed =
        new Cell(Workloads.rounds(1), AGENT_SYNC, AGENTS_OF_ONE_JVM, Metrics.ROUNDS_PER_SECOND);
    marks.add(
        atLeast(
            "rounds-1-jvm",
            "128 agents, 1 JVM: rounds/s against CyclicBarrier",
            speed,
            Measure.ratio(speed, speed.of(CYCLIC_BARRIER)),
            0.5,
            TIMES));
    return marks;
  }

  private static List<Mark> releases() {
    Cell release = new Cell(Workloads.RELEASE, AGENT_SYNC, 8, Metrics.P50);
    Cell wakeUp = new Cell(Workloads.WAKE_UP, AGENT_SYNC, 2, Metrics.P50);
    String scattered = "arrivals over 0-10 ms, 8 agents, 4 JVMs: p50 of the release against ";
    return List.of(
        atMost(
            "release-polling",
            scattered + "the original",
            release,
            Measure.ratio(release, release.of(POLLING)),
            0.01,
            TIMES),
        atMost(
            "release-curator",
            scattered + "Curator",
            release,
            Measure.ratio(release, release.of(CURATOR)),
            0.125,
            TIMES),
        atMost(
            "release-redis",
            scattered + "the better of Redis/Jedis",
            release,
            Measure.ratioToLowest(release, REDIS),
            0.9,
            TIMES),
        atMost(
            "wake-p50", "wake-up across processes, p50", wakeUp, Measure.value(wakeUp), 100, " µs"),
        atMost(
            "wake-p99",
            "wake-up across processes, p99",
            new Cell(Workloads.WAKE_UP, AGENT_SYNC, 2, Metrics.P99),
            Measure.value(new Cell(Workloads.WAKE_UP, AGENT_SYNC, 2, Metrics.P99)),
            1000,
            " µs"),
        atMost(
            "idle",
            "processor time of a waiting process",
            new Cell(Workloads.IDLE, AGENT_SYNC, 1, Metrics.PERCENT_OF_CORE),
            Measure.value(new Cell(Workloads.IDLE, AGENT_SYNC, 1, Metrics.PERCENT_OF_CORE)),
            0.5,
            " % of a core"));
  }

  private static List<Mark> crowds() {
    Cell crowd = new Cell(Workloads.ONE_POINT, AGENT_SYNC, 10_000, Metrics.SECONDS);
    Cell points = new Cell(Workloads.MANY_POINTS, AGENT_SYNC, 1_000, Metrics.SECONDS);
    Cell beats = new Cell(Workloads.BEATS, AGENT_SYNC, 10_000, Metrics.PERCENT_OF_CORE);
    return List.of(
        atMost(
            "crowd",
            "10,000 agents at one point from 4 JVMs",
            crowd,
            Measure.value(crowd),
            0.3,
            " s"),
        atMost(
            "crowd-growth",
            "the same, growth from 1,000 to 10,000 agents",
            crowd,
            Measure.ratio(crowd, crowd.at(1_000)),
            10,
            TIMES),
        atMost(
            "points",
            "1,000 points with 4 agents each, at once",
            points,
            Measure.value(points),
            0.4,
            " s"),
        atMost(
            "beats",
            "10,000 agents that beat every 10 s",
            beats,
            Measure.value(beats),
            3,
            " % of a core"));
  }

  private static List<Mark> listing() {
    Cell list = new Cell(Workloads.LIST, AGENT_SYNC, 10_000, Metrics.SECONDS);
    return List.of(
        atMost(
            "list-python",
            "list --json of 10,000 points against the same in python3",
            list,
            Measure.ratio(list, list.of(PYTHON)),
            1.5,
            TIMES),
        atMost(
            "list-time",
            "list --json of 100,000 points",
            list.at(100_000),
            Measure.value(list.at(100_000)),
            5,
            " s"),
        atMost(
            "list-memory",
            "the same, memory",
            new Cell(Workloads.LIST, AGENT_SYNC, 100_000, Metrics.MEBIBYTES),
            Measure.value(new Cell(Workloads.LIST, AGENT_SYNC, 100_000, Metrics.MEBIBYTES)),
            512,
            " MiB"));
  }
}
