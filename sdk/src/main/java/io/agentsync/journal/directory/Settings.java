package io.agentsync.journal.directory;

import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** What was settled when the store was created: its format and its durability (W-2). */
final class Settings {

  static final String FORMAT = "1";

  private Settings() {}

  static void create(Path file, Durability durability) {
    String text =
        "# agent-sync store, see shared-state/README.md\nformat=%s\ndurability=%s\n"
            .formatted(FORMAT, durability.name().toLowerCase(Locale.ROOT));
    StateFiles.createWhole(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<Durability> read(Path file) {
    return StateFiles.read(file).map(bytes -> parse(file, bytes));
  }

  private static Durability parse(Path file, byte[] bytes) {
    Properties settings = new Properties();
    try {
      settings.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(file.toString(), "is damaged: " + e.getMessage(), e);
    }
    String format = settings.getProperty("format", "none");
    if (!format.equals(FORMAT)) {
      throw new StoreException(
          file.toString(),
          "names format %s; this version of agent-sync knows format %s only. Use the version that"
                  .formatted(format, FORMAT)
              + " made the store, or another directory.",
          null);
    }
    String durability = settings.getProperty("durability", "none");
    try {
      return Durability.valueOf(durability.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          file.toString(),
          "names durability \"%s\", not power or process".formatted(durability),
          e);
    }
  }
}
