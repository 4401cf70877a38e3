package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Holder;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a session says about itself, beside its lock: when it began and ended, and its process.
 *
 * @param began when it began; empty if it does not say so in words that can be read
 * @param ended when it was ended in good order
 * @param holder its process
 */
record SessionNote(Optional<Moment> began, Optional<Moment> ended, Optional<Holder> holder) {

  private static final SessionNote NOTHING =
      new SessionNote(Optional.empty(), Optional.empty(), Optional.empty());

  /** What the present process would say of a session that it begins. */
  static SessionNote beginning(Moment began) {
    Holder self = new Holder(ProcessHandle.current().pid(), host());
    return new SessionNote(Optional.of(began), Optional.empty(), Optional.of(self));
  }

  SessionNote endedAt(Moment ended) {
    return new SessionNote(began, Optional.of(ended), holder);
  }

  void write(Path file) {
    StringBuilder text = new StringBuilder();
    began.ifPresent(moment -> append(text, "began", "", moment));
    ended.ifPresent(moment -> append(text, "ended", "ended.", moment));
    holder.ifPresent(
        process ->
            text.append("pid=").append(process.pid()).append("\nhost=").append(process.host()));
    text.append('\n');
    StateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
  }

  /** Says nothing if the note is gone, or cannot be understood. */
  static SessionNote read(Path file) {
    return StateFiles.read(file).map(SessionNote::parse).orElse(NOTHING);
  }

  private static SessionNote parse(byte[] bytes) {
    Properties note = new Properties();
    try {
      note.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      return new SessionNote(
          moment(note, "began", ""), moment(note, "ended", "ended."), holder(note));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return NOTHING;
    }
  }

  private static void append(StringBuilder text, String name, String prefix, Moment moment) {
    text.append(name).append('=').append(moment.wall()).append('\n');
    if (moment.domain().isPresent()) {
      Domain domain = moment.domain().get();
      text.append(prefix).append("boot=").append(domain.boot()).append('\n');
      domain
          .timeNamespace()
          .ifPresent(ns -> text.append(prefix).append("timens=").append(ns).append('\n'));
      text.append(prefix).append("mono=").append(moment.nanos()).append('\n');
    }
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

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // It has a name that nobody can look up: the name alone is in the message.
      return String.valueOf(e.getMessage()).split(":", 2)[0];
    }
  }
}
