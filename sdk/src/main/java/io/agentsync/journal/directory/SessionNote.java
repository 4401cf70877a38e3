package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Holder;
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

/**
 * What a session says about itself, beside its lock: when it began and ended, and its process. What
 * cannot be understood says nothing.
 *
 * @param began when it began; empty if it does not say so in words that can be read
 * @param ended when it was ended in good order
 * @param holder its process
 * @param boot in which boot of the machine it lives or lived
 */
record SessionNote(
    Optional<Moment> began,
    Optional<Moment> ended,
    Optional<Holder> holder,
    Optional<String> boot) {

  static final SessionNote NOTHING =
      new SessionNote(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LONGEST = 64 * 1024;

  /** What the present process would say of a session that it begins. */
  static SessionNote beginning(Moment began, Optional<String> boot) {
    Holder self = new Holder(ProcessHandle.current().pid(), HostName.present());
    return new SessionNote(Optional.of(began), Optional.empty(), Optional.of(self), boot);
  }

  SessionNote endedAt(Moment ended) {
    return new SessionNote(began, Optional.of(ended), holder, boot);
  }

  void write(Path file) {
    StringBuilder text = new StringBuilder();
    began.ifPresent(moment -> append(text, "began", "", moment));
    ended.ifPresent(moment -> append(text, "ended", "ended.", moment));
    holder.ifPresent(process -> append(text, "pid", Long.toString(process.pid())));
    holder.ifPresent(process -> append(text, "host", process.host()));
    boot.ifPresent(id -> append(text, "kernel", id));
    StateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
  }

  /** Says nothing if the note is gone, or cannot be understood. */
  static SessionNote read(Path file) {
    return StateFiles.read(file, LONGEST).map(SessionNote::parse).orElse(NOTHING);
  }

  private static SessionNote parse(byte[] bytes) {
    Properties note = new Properties();
    try {
      note.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      return new SessionNote(
          moment(note, "began", ""),
          moment(note, "ended", "ended."),
          holder(note),
          Optional.ofNullable(note.getProperty("kernel")));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return NOTHING;
    }
  }

  private static void append(StringBuilder text, String name, String prefix, Moment moment) {
    append(text, name, moment.wall().toString());
    if (moment.domain().isPresent()) {
      Domain domain = moment.domain().get();
      append(text, prefix + "boot", domain.boot());
      domain.timeNamespace().ifPresent(space -> append(text, prefix + "timens", space));
      append(text, prefix + "mono", Long.toString(moment.nanos()));
    }
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(value).append('\n');
  }

  private static Optional<Moment> moment(Properties note, String name, String prefix) {
    String wall = note.getProperty(name);
    if (wall == null) {
      return Optional.empty();
    }
    Optional<Domain> domain =
        Optional.ofNullable(note.getProperty(prefix + "boot"))
            .map(
                boot -> new Domain(boot, Optional.ofNullable(note.getProperty(prefix + "timens"))));
    long nanos = Long.parseLong(note.getProperty(prefix + "mono", "0"));
    return Optional.of(new Moment(Instant.parse(wall), domain, nanos));
  }

  private static Optional<Holder> holder(Properties note) {
    return Optional.ofNullable(note.getProperty("pid"))
        .map(pid -> new Holder(Long.parseLong(pid), note.getProperty("host", "unknown")));
  }
}
