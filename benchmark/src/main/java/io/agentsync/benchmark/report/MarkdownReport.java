package io.agentsync.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The marks and all numbers, for a page. */
public final class MarkdownReport {

  private final Machine machine;
  private final Judge judge;

  /** With what is known of why a mark is missed, by the mark's id. */
  public MarkdownReport(Machine machine, Map<String, String> reasons) {
    this.machine = machine;
    this.judge = new Judge(reasons);
  }

  /** All lines of it. */
  public String of(Results results) {
    StringBuilder page = new StringBuilder();
    page.append("Measured ").append(machine.line()).append(".\n\n");
    page.append("| mark | promised | median (min to max) | |\n|---|---|---|---|\n");
    for (Verdict verdict : judge.judge(results)) {
      String reason = verdict.reason().isEmpty() ? "" : ": " + verdict.reason();
      page.append(
          row(
              List.of(
                  verdict.mark().claim(),
                  verdict.mark().promise(),
                  verdict.measured(),
                  verdict.word() + reason)));
    }
    byTable(results).forEach((title, curves) -> page.append(table(title, curves)));
    return page.toString();
  }

  private static Map<String, List<Curve>> byTable(Results results) {
    return Curve.of(results).stream()
        .collect(
            Collectors.groupingBy(
                curve -> curve.workload() + ": " + curve.metric(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String table(String title, List<Curve> curves) {
    Set<Integer> sizes = new TreeSet<>();
    curves.forEach(curve -> sizes.addAll(curve.spreads().keySet()));
    List<String> head = new ArrayList<>();
    head.add("");
    sizes.forEach(size -> head.add(Numbers.plain(size)));
    head.add("growth");
    StringBuilder table = new StringBuilder("\n**").append(title).append("**\n\n");
    table.append(row(head)).append("|---".repeat(head.size())).append("|\n");
    for (Curve curve : curves) {
      List<String> cells = new ArrayList<>();
      cells.add(curve.who().title());
      for (int size : sizes) {
        Spread spread = curve.spreads().get(size);
        cells.add(spread == null ? "" : Numbers.spread(spread, ""));
      }
      cells.add(curve.growth().map(Growth::words).orElse(""));
      table.append(row(cells));
    }
    return table.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
