package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import io.agentsync.model.StoreHealth;
import java.util.List;
import java.util.Locale;

/** In what shape the store is: whether all of it can be read, what it promises, what lies in it. */
record StoreNumbers(StoreHealth numbers, List<Problem> problems) {

  List<String> lines(Style style) {
    String history =
        numbers.removedJournals() == 0
            ? ""
            : ", %d more in history (%s)"
                .formatted(numbers.removedJournals(), size(numbers.historyBytes()));
    String left =
        leftovers() == 0
            ? ""
            : ", %s that a cleanup may clear".formatted(Words.count(leftovers(), "leftover"));
    String kept =
        "Kept: %s of sync points".formatted(Words.count(numbers.journals(), "journal"))
            + history
            + left;
    String readable =
        problems.isEmpty()
            ? "All of it can be read; durability " + durability()
            : "%s cannot be read, so there may be more than is counted; durability %s"
                .formatted(Words.count(problems.size(), "thing"), durability());
    return List.of(
        style.plain(kept), style.paint(problems.isEmpty() ? Tone.PLAIN : Tone.BAD, readable));
  }

  List<String> plain() {
    return List.of(
        PlainLine.of("store", "readable", problems.isEmpty()),
        PlainLine.of("store", "durability", durability()),
        PlainLine.of("store", "journals", numbers.journals()),
        PlainLine.of("store", "removedJournals", numbers.removedJournals()),
        PlainLine.of("store", "historyBytes", numbers.historyBytes()),
        PlainLine.of("store", "tombstones", numbers.tombstones()),
        PlainLine.of("store", "deadSessions", numbers.deadSessions()));
  }

  Fields json() {
    return new Fields()
        .put("readable", problems.isEmpty())
        .put("durability", durability())
        .put("journals", numbers.journals())
        .put("removedJournals", numbers.removedJournals())
        .put("historyBytes", numbers.historyBytes())
        .put("tombstones", numbers.tombstones())
        .put("deadSessions", numbers.deadSessions());
  }

  private long leftovers() {
    return numbers.tombstones() + numbers.deadSessions();
  }

  private String durability() {
    return numbers.durability().name().toLowerCase(Locale.ROOT);
  }

  private static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    long kib = bytes / 1024;
    return kib < 1024 ? kib + " KiB" : "%d.%d MiB".formatted(kib / 1024, kib % 1024 * 10 / 1024);
  }
}
