package io.agentsync.benchmark.report;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.JEDIS_LIST;
import static io.agentsync.benchmark.report.Contestant.REDISSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What people see of a run. */
class ReportTest {

  private static final Machine MACHINE =
      new Machine("2025-01-01", 2, "some", "Linux 6", "Java 17", "tmpfs", "ext4", "jedis-8");

  private final Results results = new Results();

  @BeforeEach
  void measure() {
    for (int agents : new int[] {8, 32}) {
      Cell cell = new Cell(Workloads.rounds(4), AGENT_SYNC, agents, Metrics.ROUNDS_PER_SECOND);
      results.add(cell, 8000.0 / agents);
      results.add(cell.of(JEDIS_LIST), 2000.0 / agents);
    }
    results.add(new Absence(Workloads.rounds(4), 8, REDISSON, "no server"));
  }

  @Test
  void theMachineAndTheMarksAreShown() {
    String text = new TextReport(MACHINE, Map.of()).of(results, true);
    assertThat(text)
        .startsWith("2025-01-01; 2 processors (some), Linux 6, Java 17; memory: tmpfs, disk: ext4")
        .containsPattern("8 agents, 4 JVMs: rounds/s against the better of .* ≥ 2 × +4 × .* met\n")
        .contains("not measured")
        .contains("Not measured: Redisson latch, rounds, 4 JVMs, 8: no server");
  }

  @Test
  void whoAskedForOneWorkloadIsNotShownTheMarksOfTheOthers() {
    assertThat(new TextReport(MACHINE, Map.of()).of(results, false))
        .contains("Marks: 2 met")
        .doesNotContain("not measured  ");
  }

  @Test
  void thePageHasATableForEachThingThatWasMeasured() {
    assertThat(new MarkdownReport(MACHINE, Map.of()).of(results))
        .contains("**rounds, 4 JVMs: rounds/s**")
        .contains("| agent-sync, process, memory | 1,000 (1,000 to 1,000) | 250 (250 to 250) |");
  }

  @Test
  void theChartIsAnImageWithALineForEach() throws Exception {
    String svg = SvgChart.of(results, Workloads.rounds(4), Metrics.ROUNDS_PER_SECOND);
    Document image =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(image.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(svg).contains("Redis by Jedis, lists").doesNotContain("NaN");
  }
}
