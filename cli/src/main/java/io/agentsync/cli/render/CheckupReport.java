package io.agentsync.cli.render;

import io.agentsync.model.Check;
import io.agentsync.model.Check.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a store is fit to be shared; the last line is the verdict.
 *
 * @param store where it is
 * @param checks what was found
 */
public record CheckupReport(String store, List<Check> checks) implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    Table table = new Table("CHECK", "RESULT", "FOUND");
    checks.forEach(
        check ->
            table.row(
                Table.cell(check.name()),
                Table.cell(tone(check.grade()), word(check)),
                Table.cell(check.found())));
    lines.addAll(table.lines(style));
    lines.add("");
    for (Check check : checks) {
      check
          .remedy()
          .ifPresent(
              remedy ->
                  lines.add(style.plain("Remedy for %s: %s".formatted(check.name(), remedy))));
    }
    lines.add(style.paint(fit() ? Tone.GOOD : Tone.BAD, verdict()));
    return lines;
  }

  @Override
  public List<String> plain() {
    return checks.stream()
        .map(check -> PlainLine.of(check.name(), word(check), check.found(), check.remedy()))
        .toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("fit", fit())
        .objects("checks", checks.stream().map(CheckupReport::fields).toList());
  }

  /** Whether there is no problem. */
  public boolean fit() {
    return count(Grade.PROBLEM) == 0;
  }

  /** How many checks found something that could be better. */
  public long warnings() {
    return count(Grade.WARNING);
  }

  private String verdict() {
    List<String> parts = new ArrayList<>();
    if (!fit()) {
      parts.add(Words.count(count(Grade.PROBLEM), "problem"));
    }
    if (warnings() > 0) {
      parts.add(Words.count(warnings(), "warning"));
    }
    return (fit() ? "FIT" : "UNFIT") + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private long count(Grade grade) {
    return checks.stream().filter(check -> check.grade() == grade).count();
  }

  private static Fields fields(Check check) {
    return new Fields()
        .put("name", check.name())
        .put("result", word(check))
        .put("found", check.found())
        .put("remedy", check.remedy());
  }

  private static String word(Check check) {
    return check.grade().name().toLowerCase(Locale.ROOT);
  }

  private static Tone tone(Grade grade) {
    return switch (grade) {
      case OK -> Tone.GOOD;
      case WARNING -> Tone.WAITING;
      case PROBLEM -> Tone.BAD;
    };
  }
}
