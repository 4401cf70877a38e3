package io.agentsync.benchmark.report;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_ZOOKEEPER;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is promised of meeting by a ZooKeeper server. */
class ZooKeeperMarksTest {

  private final Results results = new Results();

  @Test
  void roundsAreHeldAgainstCuratorOnTheSameServer() {
    Cell ours = cell(Workloads.zooKeeper(4), 8, Metrics.ROUNDS_PER_SECOND);
    results.add(ours, 200);
    results.add(ours.of(CURATOR), 99);
    // Curator beside the directory engine is another contest.
    results.add(new Cell(Workloads.rounds(4), CURATOR, 8, Metrics.ROUNDS_PER_SECOND), 1);
    assertThat(verdict("zookeeper-curator").word()).isEqualTo("met");
    assertThat(verdict("zookeeper-curator").measured()).startsWith("2.02 ×");
  }

  @Test
  void aCrowdMayTakeFiveSeconds() {
    results.add(cell(Workloads.ZOOKEEPER_POINT, 1_000, Metrics.SECONDS), 5.1);
    assertThat(verdict("zookeeper-crowd").word()).isEqualTo("short");
  }

  @Test
  void eventsAreCountedPerAgent() {
    results.add(cell(Workloads.zooKeeper(8), 8, Metrics.EVENTS), 16);
    results.add(cell(Workloads.zooKeeper(4), 1_000, Metrics.EVENTS), 2_100);
    assertThat(verdict("zookeeper-events-8").measured()).isEqualTo("2 (2 to 2)");
    assertThat(verdict("zookeeper-events-8").word()).isEqualTo("met");
    assertThat(verdict("zookeeper-events-1000").measured()).isEqualTo("2.1 (2.1 to 2.1)");
    assertThat(verdict("zookeeper-events-1000").word()).isEqualTo("short");
  }

  @Test
  void whatTheServerCountsIsInThePageWithItsGrowth() {
    for (int agents : new int[] {10, 100, 1_000}) {
      results.add(cell(Workloads.zooKeeper(4), agents, Metrics.REQUESTS), 2.0 * agents);
    }
    Machine machine = new Machine("2025-01-01", 2, "some", "Linux", "Java", "tmpfs", "ext4", "");
    assertThat(new MarkdownReport(machine, Map.of()).of(results))
        .contains("**rounds on ZooKeeper, 4 JVMs: requests/round at the server**")
        .contains("200 (200 to 200) | 2,000 (2,000 to 2,000) | n^1.00, linear or better |");
  }

  private static Cell cell(String workload, int size, String metric) {
    return new Cell(workload, AGENT_SYNC_ZOOKEEPER, size, metric);
  }

  private Verdict verdict(String mark) {
    return new Judge(Map.of())
        .judge(results).stream()
            .filter(verdict -> verdict.mark().id().equals(mark))
            .findFirst()
            .orElseThrow();
  }
}
