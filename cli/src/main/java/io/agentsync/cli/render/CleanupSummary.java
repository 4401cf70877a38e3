package io.agentsync.cli.render;

import io.agentsync.model.CleanupReport;
import io.agentsync.model.CleanupReport.Item;
import io.agentsync.model.CleanupReport.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cleanup removed, or would remove.
 *
 * @param store where
 * @param cleanup what it did
 */
public record CleanupSummary(String store, CleanupReport cleanup) implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    if (!cleanup.removed().isEmpty() || !cleanup.skipped().isEmpty()) {
      Table table = new Table("ACTION", "KIND", "ID", "REASON");
      cleanup.removed().forEach(item -> row(table, removing(), item));
      cleanup.skipped().forEach(item -> row(table, "skipped", item));
      lines.add("");
      lines.addAll(table.lines(style));
      lines.add("");
    }
    lines.add(style.plain(sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    List<String> lines = new ArrayList<>();
    cleanup.removed().forEach(item -> lines.add(plain(removing(), item)));
    cleanup.skipped().forEach(item -> lines.add(plain("skipped", item)));
    return lines;
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("dryRun", cleanup.dryRun())
        .objects("removed", cleanup.removed().stream().map(CleanupSummary::json).toList())
        .objects("skipped", cleanup.skipped().stream().map(CleanupSummary::json).toList())
        .objects("problems", PointFields.json(cleanup.problems()));
  }

  private String sentence() {
    String all =
        count(Kind.SYNC_POINT, "sync point", true)
            + count(Kind.AGENT, "agent", false)
            + count(Kind.LEFTOVER, "leftover", false);
    return removing()
        + " "
        + all
        + (cleanup.skipped().isEmpty() ? "" : "; skipped " + cleanup.skipped().size());
  }

  private String count(Kind kind, String word, boolean first) {
    long number = cleanup.removed().stream().filter(item -> item.kind() == kind).count();
    return first ? Words.count(number, word) : number == 0 ? "" : ", " + Words.count(number, word);
  }

  private String removing() {
    return cleanup.dryRun() ? "would remove" : "removed";
  }

  private static void row(Table table, String action, Item item) {
    table.row(
        Table.cell(action),
        Table.cell(item.kind().label()),
        Table.cell(Tone.STRONG, item.id()),
        Table.cell(item.reason()));
  }

  private static String plain(String action, Item item) {
    return PlainLine.of(action, item.kind().label(), item.id(), item.reason());
  }

  private static Fields json(Item item) {
    return new Fields()
        .put("kind", item.kind().label())
        .put("id", item.id())
        .put("reason", item.reason());
  }
}
