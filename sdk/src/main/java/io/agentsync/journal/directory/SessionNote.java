package io.agentsync.journal.directory;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** What a session says about itself, beside its lock: when it began, and its process. */
final class SessionNote {

  private SessionNote() {}

  static void write(Path file, Moment began) {
    StringBuilder text = new StringBuilder();
    text.append("began=").append(began.wall()).append('\n');
    text.append("pid=").append(ProcessHandle.current().pid()).append('\n');
    began
        .domain()
        .ifPresent(
            domain -> {
              text.append("boot=").append(domain.boot()).append('\n');
              domain
                  .timeNamespace()
                  .ifPresent(ns -> text.append("timens=").append(ns).append('\n'));
              text.append("mono=").append(began.nanos()).append('\n');
            });
    StateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
  }

  /** When it began; empty if the note is gone or says nothing usable. */
  static Optional<Moment> read(Path file) {
    return StateFiles.read(file).flatMap(SessionNote::parse);
  }

  private static Optional<Moment> parse(byte[] bytes) {
    Properties note = new Properties();
    try {
      note.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      Instant wall = Instant.parse(note.getProperty("began", ""));
      Optional<Domain> domain =
          Optional.ofNullable(note.getProperty("boot"))
              .map(boot -> new Domain(boot, Optional.ofNullable(note.getProperty("timens"))));
      return Optional.of(new Moment(wall, domain, Long.parseLong(note.getProperty("mono", "0"))));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
