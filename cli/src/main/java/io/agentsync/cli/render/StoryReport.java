package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import io.agentsync.model.StoryLine;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened at a sync point, record by record.
 *
 * @param store where it is
 * @param run the run that it is in; empty if it is in none
 * @param story what happened
 */
public record StoryReport(String store, Optional<String> run, SyncStory story) implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    Table table = new Table("GEN", "TIME", "AFTER", "WHAT", "WHO", "MEANING");
    for (StoryLine line : story.lines()) {
      table.row(
          Table.cell(line.generation() == 0 ? "-" : Long.toString(line.generation())),
          Table.cell(line.at().map(Fields::iso).orElse("-")),
          Table.cell(line.offset().map(offset -> "+" + Fields.decimal(offset) + "s").orElse("-")),
          Table.cell(tone(line), line.what()),
          Table.cell(Tone.STRONG, line.who().orElse("-")),
          Table.cell(line.counts() ? Tone.PLAIN : Tone.MUTED, line.meaning()));
    }
    lines.addAll(table.lines(style));
    lines.add("");
    lines.add(style.plain(sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    return story.lines().stream()
        .map(
            line ->
                PlainLine.of(
                    story.syncId(),
                    line.generation(),
                    line.at().map(Fields::iso),
                    line.offset().map(Fields::decimal),
                    line.what(),
                    line.who(),
                    line.counts(),
                    line.meaning()))
        .toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("syncId", story.syncId())
        .put("outcome", story.outcome().map(Enum::name))
        .objects("story", story.lines().stream().map(line -> fields(new Fields(), line)).toList())
        .objects("problems", PointFields.json(problems()))
        .put("run", run);
  }

  @Override
  public List<Fields> jsonLines() {
    return story.lines().stream()
        .map(line -> fields(Fields.ofLine("event").put("syncId", story.syncId()), line))
        .toList();
  }

  /** What could not be read. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(story.damaged());
    problems.addAll(story.unreadable());
    return problems;
  }

  /** Whether all journals could be read, and something is told but damage. */
  public boolean readable() {
    return story.unreadable().isEmpty()
        && story.lines().stream().anyMatch(line -> !line.what().equals("damaged"));
  }

  /** Whether the newest generation has not failed, and no record is damaged. */
  public boolean good() {
    return story.damaged().isEmpty() && story.outcome().map(SyncOutcome::success).orElse(true);
  }

  private String sentence() {
    long nothing =
        story.lines().stream().filter(line -> !line.counts() && line.at().isPresent()).count();
    return "%s: the newest generation %s%s%s"
        .formatted(
            story.syncId(),
            story.outcome().map(outcome -> "ended " + outcome).orElse("has not ended"),
            nothing == 0 ? "" : "; %s without effect".formatted(Words.count(nothing, "record")),
            story.damaged().isEmpty()
                ? ""
                : "; %s damaged".formatted(Words.count(story.damaged().size(), "record")));
  }

  private static Tone tone(StoryLine line) {
    return switch (line.what()) {
      case "damaged", "unreadable" -> Tone.BAD;
      case "outcome" ->
          line.meaning().startsWith("COMPLETED") || line.meaning().startsWith("FORCED")
              ? Tone.GOOD
              : Tone.BAD;
      case "open" -> Tone.WAITING;
      default -> line.counts() ? Tone.PLAIN : Tone.MUTED;
    };
  }

  private static Fields fields(Fields fields, StoryLine line) {
    return fields
        .put("generation", line.generation())
        .time("at", line.at())
        .seconds("offsetSeconds", line.offset())
        .put("what", line.what())
        .put("who", line.who())
        .put("counts", line.counts())
        .put("meaning", line.meaning());
  }
}
