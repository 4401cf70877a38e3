package io.agentsync.benchmark;

import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Machine;
import io.agentsync.benchmark.report.MarkdownReport;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.report.SvgChart;
import io.agentsync.benchmark.report.TextReport;
import io.agentsync.benchmark.report.Workloads;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Tells and keeps the results of a run. */
final class Outcome {

  private static final Path REASONS = Path.of("benchmark/src/main/reasons.properties");
  private static final String BEGIN = "<!-- Written by scripts/bench --docs, from here -->\n";
  private static final String END = "<!-- to here -->\n";

  private final Results results;
  private final Machine machine;
  private final Map<String, String> reasons;

  Outcome(Results results, Machine machine) throws IOException {
    this.results = results;
    this.machine = machine;
    this.reasons = reasons();
  }

  /** The marks; those of what was not measured only if everything should have been. */
  void print(PrintStream out, boolean all) {
    out.print(new TextReport(machine, reasons).of(results, all));
  }

  /** Leaves the tables, the charts and all single numbers in a directory. */
  void writeTo(Path directory) throws IOException {
    writeChartsTo(directory);
    Files.writeString(directory.resolve("report.md"), page());
  }

  /** Leaves the charts and all single numbers in a directory, beside a page with the tables. */
  void writeChartsTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("numbers.tsv"),
        results.cells().stream()
            .map(cell -> line(cell, results))
            .collect(Collectors.joining("\n", "workload\twho\tsize\tmetric\tnumbers\n", "\n")));
    for (Map.Entry<String, Cell> chart : charts().entrySet()) {
      Cell what = chart.getValue();
      if (has(what)) {
        Files.writeString(
            directory.resolve(chart.getKey()),
            SvgChart.of(results, what.workload(), what.metric()));
      }
    }
  }

  /** Replaces what an earlier run has written into a page. */
  void writeInto(Path file) throws IOException {
    String old = Files.readString(file);
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has no lines between which results could stand: " + BEGIN);
    }
    String charts =
        charts().entrySet().stream()
            .filter(chart -> has(chart.getValue()))
            .map(
                chart ->
                    "![" + chart.getValue().workload() + "](performance/" + chart.getKey() + ")\n")
            .collect(Collectors.joining());
    Files.writeString(
        file,
        old.substring(0, begin)
            + BEGIN
            + "\n"
            + page()
            + "\n"
            + charts
            + "\n"
            + old.substring(end));
  }

  private String page() {
    return new MarkdownReport(machine, reasons).of(results);
  }

  private boolean has(Cell what) {
    return results.cells().stream()
        .anyMatch(
            cell -> cell.workload().equals(what.workload()) && cell.metric().equals(what.metric()));
  }

  private static Map<String, Cell> charts() {
    Map<String, Cell> charts = new LinkedHashMap<>();
    for (int processes : new int[] {4, 1}) {
      charts.put(
          "rounds-" + processes + ".svg",
          cell(Workloads.rounds(processes), Metrics.ROUNDS_PER_SECOND));
    }
    charts.put("release.svg", cell(Workloads.RELEASE, Metrics.P50));
    charts.put("one-point.svg", cell(Workloads.ONE_POINT, Metrics.SECONDS));
    charts.put("many-points.svg", cell(Workloads.MANY_POINTS, Metrics.SECONDS));
    charts.put("zookeeper-point.svg", cell(Workloads.ZOOKEEPER_POINT, Metrics.SECONDS));
    charts.put("zookeeper-requests.svg", cell(Workloads.zooKeeper(4), Metrics.REQUESTS));
    charts.put("list.svg", cell(Workloads.LIST, Metrics.SECONDS));
    return charts;
  }

  private static Cell cell(String workload, String metric) {
    return new Cell(workload, Contestant.AGENT_SYNC, 0, metric);
  }

  private static String line(Cell cell, Results results) {
    String numbers =
        results.of(cell).stream().map(Object::toString).collect(Collectors.joining("\t"));
    return String.join(
        "\t",
        cell.workload(),
        cell.who().title(),
        Integer.toString(cell.size()),
        cell.metric(),
        numbers);
  }

  private static Map<String, String> reasons() throws IOException {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(REASONS)) {
      all.load(reader);
    }
    return all.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, all::getProperty));
  }
}
