package io.agentsync.journal.directory;

import io.agentsync.model.StoreException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates, replaces and lists the files of a store, for its owner only. */
final class StateFiles {

  private static final int LONGEST = 1024 * 1024;

  static final String TEMPORARY = ".tmp";

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_DIR =
      PosixFilePermissions.fromString("rwx------");

  private StateFiles() {}

  /** Creates a directory and those above it, if they are not there. */
  static void createDirectories(Path directory) {
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.createDirectories(directory, mode(directory, OWNER_DIR));
    } catch (IOException e) {
      throw Failures.of(directory, "cannot be created", e);
    }
  }

  /** Creates an empty file, if there is none; returns whether it did. */
  static boolean createFile(Path file) throws IOException {
    try {
      Files.createFile(file, mode(file, OWNER));
      return true;
    } catch (FileAlreadyExistsException e) {
      look(file);
      return false;
    }
  }

  /** Whether there is anything under that name, be it a link to nowhere. */
  static boolean isThere(Path path) {
    return attributes(path).isPresent();
  }

  /** Which file a path names: the same for as long as it is there. Opens nothing. */
  static Optional<Object> key(Path file) {
    return look(file).map(StateFiles::key);
  }

  /** {@link #key(Path)} of a file that has to be at most so long. */
  static Optional<Object> key(Path file, long longest) {
    Optional<BasicFileAttributes> found = look(file);
    if (found.filter(attributes -> attributes.size() > longest).isPresent()) {
      throw new StoreException(
          file.toString(),
          "is %d MiB long; something else must have written to it; move it away"
              .formatted(found.get().size() >> 20),
          null);
    }
    return found.map(StateFiles::key);
  }

  private static Object key(BasicFileAttributes found) {
    return Optional.ofNullable(found.fileKey()).orElse(found.creationTime());
  }

  /** Refuses what stands in the place of a directory, links to one among it. */
  static void requireDirectory(Path directory) {
    if (attributes(directory).filter(found -> !found.isDirectory()).isPresent()) {
      throw new StoreException(directory.toString(), "is not a directory; move it away", null);
    }
  }

  /** What is known of a regular file; empty if there is none. Does not open what may block. */
  static Optional<BasicFileAttributes> look(Path file) {
    Optional<BasicFileAttributes> found = attributes(file);
    if (found.filter(attributes -> !attributes.isRegularFile()).isPresent()) {
      throw new StoreException(file.toString(), "is not a regular file; move it away", null);
    }
    return found;
  }

  private static Optional<BasicFileAttributes> attributes(Path path) {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.of(path, "cannot be looked at", e);
    }
  }

  /** Reads a small file, and refuses a large one; empty if there is none. */
  static Optional<byte[]> read(Path file) {
    Optional<byte[]> content = read(file, LONGEST + 1);
    if (content.filter(bytes -> bytes.length > LONGEST).isPresent()) {
      throw new StoreException(
          file.toString(), "is longer than anything that belongs here; move it away", null);
    }
    return content;
  }

  /** Reads a file up to a length; empty if there is none. */
  static Optional<byte[]> read(Path file, int longest) {
    if (look(file).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(longest));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.of(file, "cannot be read", e);
    }
  }

  /** Puts a whole file in place of what is there, in one step. */
  static void replace(Path file, byte[] content, boolean durable) {
    createDirectories(parent(file));
    Path temporary = writeTemporary(file, content, durable);
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      if (durable) {
        syncDirectory(parent(file));
      }
    } catch (IOException e) {
      throw Failures.of(file, "cannot be replaced", e);
    }
  }

  /** Puts a whole file in place if there is none; the first of several wins. */
  static void createWhole(Path file, byte[] content) {
    createDirectories(parent(file));
    Path temporary = writeTemporary(file, content, true);
    try {
      Files.createLink(file, temporary);
      syncDirectory(parent(file));
    } catch (FileAlreadyExistsException e) {
      // The other one's file is as whole as ours.
    } catch (IOException e) {
      throw Failures.of(file, "cannot be created", e);
    } finally {
      delete(temporary);
    }
  }

  /** Deletes a file, if it is there. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Failures.of(file, "cannot be deleted", e);
    }
  }

  /** Deletes a directory, if it is there and holds nothing. */
  static void deleteIfEmpty(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // Somebody needs it.
    } catch (IOException e) {
      throw Failures.of(directory, "cannot be deleted", e);
    }
  }

  /** The files of a directory; none if there is no directory. */
  static List<Path> list(Path directory) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(files::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw Failures.of(directory, "cannot be listed", Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw Failures.of(directory, "cannot be listed", e);
    }
    files.sort(null);
    return files;
  }

  /** The directories in a directory, links to others not among them. */
  static List<Path> directories(Path directory) {
    return list(directory).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /** Makes the names in a directory durable. */
  static void syncDirectory(Path directory) {
    sync(directory, StandardOpenOption.READ);
  }

  /** Makes the content of a file durable; does nothing if there is none. */
  static void syncFile(Path file) {
    sync(file, StandardOpenOption.WRITE);
  }

  private static void sync(Path path, OpenOption access) {
    boolean interrupted = Thread.interrupted();
    try {
      while (!synced(path, access)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether it came to its end: an interrupt that comes in between closes the channel. */
  private static boolean synced(Path path, OpenOption access) {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      throw Failures.of(path, "cannot be made durable", e);
    }
  }

  private static Path writeTemporary(Path file, byte[] content, boolean durable) {
    Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
    try {
      Files.createFile(temporary, mode(file, OWNER));
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        out.write(content);
        if (durable) {
          out.getFD().sync();
        }
      }
      return temporary;
    } catch (IOException e) {
      throw Failures.of(temporary, "cannot be written", e);
    }
  }

  /** To be created with; file systems without modes ignore it where the system has them. */
  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " has no directory");
    }
    return parent;
  }
}
