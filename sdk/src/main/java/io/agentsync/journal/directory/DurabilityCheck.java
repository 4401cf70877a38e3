package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import io.agentsync.model.Durability;

/** What the store was settled to promise, and what that means. */
record DurabilityCheck(Layout layout) implements PlaceCheck {

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public Check look() {
    return Settings.read(layout.settings())
        .map(
            durability ->
                Check.ok(name(), "format %s, %s".formatted(Settings.FORMAT, words(durability))))
        .orElseGet(
            () -> Check.ok(name(), "no store yet: the first agent that takes part makes it one"));
  }

  private static String words(Durability durability) {
    return switch (durability) {
      case POWER -> "durability power: nobody is told an end that a power cut could take back";
      case PROCESS ->
          "durability process: ends outlive every process, but a power cut may take back the last"
              + " ones";
    };
  }
}
