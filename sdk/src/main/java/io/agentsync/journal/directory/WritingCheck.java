package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Tries what agents do to files: append, rename, link, make durable. */
record WritingCheck(Layout layout) implements PlaceCheck {

  static final String NAME = "writing";

  private static final Duration SLOW = Duration.ofMillis(200);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Check look() throws IOException {
    try (Trial trial = new Trial(layout)) {
      Path first = trial.file("first");
      Path second = trial.file("second");
      append(first, "one\n");
      append(first, "two\n");
      Files.move(first, second, StandardCopyOption.ATOMIC_MOVE);
      Files.createLink(first, second);
      long began = System.nanoTime();
      StateFiles.syncFile(second);
      StateFiles.syncDirectory(layout.root());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return Files.readString(first).equals("one\ntwo\n") ? judged(took) : lost();
    }
  }

  private Check judged(Duration took) {
    String found =
        "append, rename, link and sync work; a sync takes %d ms".formatted(took.toMillis());
    return took.compareTo(SLOW) > 0
        ? Check.warning(
            name(), found, "each end waits for a sync: a faster disk, or durability process")
        : Check.ok(name(), found);
  }

  private Check lost() {
    return Check.problem(
        name(), "what was appended is not there", "use a directory on another file system");
  }

  private static void append(Path file, String text) throws IOException {
    Files.write(
        file,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
