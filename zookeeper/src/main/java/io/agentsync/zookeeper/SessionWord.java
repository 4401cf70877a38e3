package io.agentsync.zookeeper;

import io.agentsync.journal.JournalStore.Holder;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a session says about itself in its node. What cannot be understood says nothing.
 *
 * @param began when it began
 * @param ended when it was ended in good order
 * @param holder its process
 * @param closed whether it is just being cleared without a trace
 */
record SessionWord(
    Optional<Moment> began, Optional<Moment> ended, Optional<Holder> holder, boolean closed) {

  static final SessionWord NOTHING =
      new SessionWord(Optional.empty(), Optional.empty(), Optional.empty(), false);

  static SessionWord beginning(Moment began) {
    return new SessionWord(
        Optional.of(began), Optional.empty(), Optional.of(ProcessNames.holder()), false);
  }

  SessionWord endedAt(Moment at) {
    return new SessionWord(began, Optional.of(at), holder, false);
  }

  SessionWord closing() {
    return new SessionWord(began, ended, holder, true);
  }

  byte[] data() {
    StringBuilder text = new StringBuilder();
    began.ifPresent(moment -> append(text, "began", "", moment));
    ended.ifPresent(moment -> append(text, "ended", "ended.", moment));
    holder.ifPresent(process -> append(text, "pid", Long.toString(process.pid())));
    holder.ifPresent(process -> append(text, "host", process.host()));
    if (closed) {
      append(text, "closed", "yes");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static SessionWord of(byte[] data) {
    Properties word = new Properties();
    try {
      word.load(new StringReader(new String(data, StandardCharsets.UTF_8)));
      return new SessionWord(
          moment(word, "began", ""),
          moment(word, "ended", "ended."),
          holder(word),
          word.containsKey("closed"));
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
    }
    append(text, prefix + "mono", Long.toString(moment.nanos()));
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(value).append('\n');
  }

  private static Optional<Moment> moment(Properties word, String name, String prefix) {
    @Nullable String wall = word.getProperty(name);
    if (wall == null) {
      return Optional.empty();
    }
    Optional<Domain> domain =
        Optional.ofNullable(word.getProperty(prefix + "boot"))
            .map(
                boot -> new Domain(boot, Optional.ofNullable(word.getProperty(prefix + "timens"))));
    long nanos = Long.parseLong(word.getProperty(prefix + "mono", "0"));
    return Optional.of(new Moment(Instant.parse(wall), domain, nanos));
  }

  private static Optional<Holder> holder(Properties word) {
    return Optional.ofNullable(word.getProperty("pid"))
        .map(pid -> new Holder(Long.parseLong(pid), word.getProperty("host", "unknown")));
  }
}
