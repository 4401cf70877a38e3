package io.agentsync.journal.directory;

import io.agentsync.journal.JournalEngine;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens a directory as a store; found by {@link java.util.ServiceLoader}. */
public final class DirectoryEngine implements JournalEngine {

  /** For {@link java.util.ServiceLoader}. */
  public DirectoryEngine() {}

  @Override
  public String scheme() {
    return "file";
  }

  @Override
  public JournalStore open(String location, Durability durability) {
    Path root;
    try {
      root = Path.of(location).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new InvalidRequestException(
          "\"%s\" cannot be a directory: %s.".formatted(location, e.getReason()));
    }
    FileSystems.refuseUnsuitable(root);
    return new DirectoryStore(new Layout(root), durability, KernelBoot.present());
  }
}
