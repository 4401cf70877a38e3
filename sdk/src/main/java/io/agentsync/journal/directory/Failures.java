package io.agentsync.journal.directory;

import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in words what the system refused, with the path and the system's own reason. */
final class Failures {

  private Failures() {}

  static StoreException of(Path path, String what, IOException cause) {
    return new StoreException(path.toString(), what + " (" + reason(cause) + ")", cause);
  }

  /** The system's own reason. */
  static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NotDirectoryException) {
      return "not a directory";
    }
    String said = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
    return orClass(said, cause);
  }

  private static String orClass(@Nullable String said, IOException cause) {
    return said == null || said.isBlank() ? cause.getClass().getSimpleName() : said;
  }
}
