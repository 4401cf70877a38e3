package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for what agents write. */
record SpaceCheck(Path place) implements PlaceCheck {

  private static final long MEGABYTE = 1024L * 1024;
  private static final long SCARCE = 64 * MEGABYTE;

  @Override
  public String name() {
    return "space";
  }

  @Override
  public Check look() throws IOException {
    long free = Files.getFileStore(place).getUsableSpace();
    String left = "%d MiB are free".formatted(free / MEGABYTE);
    if (free < MEGABYTE) {
      return Check.problem(
          name(), left + ": agents cannot write any more", "make room, or use another disk");
    }
    return free < SCARCE
        ? Check.warning(name(), left, "make room: sync-diag cleanup, or another disk")
        : Check.ok(name(), left);
  }
}
