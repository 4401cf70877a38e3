package io.agentsync.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The marks and what became of them, for a terminal. */
public final class TextReport {

  private final Machine machine;
  private final Judge judge;

  /** With what is known of why a mark is missed, by the mark's id. */
  public TextReport(Machine machine, Map<String, String> reasons) {
    this.machine = machine;
    this.judge = new Judge(reasons);
  }

  /**
   * All lines of it.
   *
   * @param all whether what was not measured is shown too
   */
  public String of(Results results, boolean all) {
    StringBuilder text = new StringBuilder(machine.line()).append("\n\n");
    List<Verdict> verdicts =
        judge.judge(results).stream()
            .filter(verdict -> all || verdict.spread().isPresent())
            .toList();
    if (verdicts.isEmpty()) {
      return text.append("No mark is about what was measured.\n").toString();
    }
    int width = verdicts.stream().mapToInt(each -> each.mark().claim().length()).max().orElse(0);
    String line = "%-" + width + "s  %-18s  %-32s %-12s %s";
    text.append(String.format(Locale.ROOT, line, "mark", "promised", "median (min to max)", "", ""))
        .append('\n');
    for (Verdict verdict : verdicts) {
      text.append(
              String.format(
                      Locale.ROOT,
                      line,
                      verdict.mark().claim(),
                      verdict.mark().promise(),
                      verdict.measured(),
                      verdict.word(),
                      verdict.reason())
                  .stripTrailing())
          .append('\n');
    }
    text.append('\n').append(sum(verdicts)).append('\n');
    results.absent().forEach(absence -> text.append("Not measured: ").append(absence).append('\n'));
    return text.toString();
  }

  private static String sum(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(Verdict::word, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", ", "Marks: ", ""));
  }
}
