package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** On what kind of file system the store is; the unfit kinds are refused before. */
record FileSystemCheck(Path place) implements PlaceCheck {

  @Override
  public String name() {
    return "file-system";
  }

  @Override
  public Check look() throws IOException {
    FileStore store = Files.getFileStore(place);
    String type = store.type().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "overlay" ->
          Check.warning(
              name(),
              "overlay: the layers of a container image, which other containers do not see",
              "put the store on a volume or a bind mount that all agents have");
      case "tmpfs", "ramfs" ->
          Check.warning(
              name(),
              type + ": in memory, gone with the next boot",
              "fine for agents that do not outlive a boot; else use a directory on a disk");
      default -> Check.ok(name(), "%s: local, appends and locks can be trusted".formatted(type));
    };
  }
}
