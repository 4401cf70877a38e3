package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes journals of others in the same directory: under other names, and with other ids in their
 * records, as no two records of a store have the same. For any thread.
 */
final class JournalCopies {

  private static final Pattern OPERATION = Pattern.compile("\"op\":\"([^\"-]+)-");
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> AS_ALL_JOURNALS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path journals;
  private final Map<String, String> originals = new ConcurrentHashMap<>();

  JournalCopies(Path journals) {
    this.journals = journals;
  }

  /** Makes one of another; the number is not that of any other copy. */
  void copy(String from, String to, int number) throws IOException {
    String original = originals.computeIfAbsent(from, this::read);
    ByteBuffer records =
        ByteBuffer.wrap(withOtherIds(original, number).getBytes(StandardCharsets.UTF_8));
    try (SeekableByteChannel copy = Files.newByteChannel(file(to), NEW, AS_ALL_JOURNALS)) {
      while (records.hasRemaining()) {
        copy.write(records);
      }
    }
  }

  /** The records of a journal that one process has written, as those of another; as long. */
  static String withOtherIds(String records, int number) {
    Matcher first = OPERATION.matcher(records);
    if (!first.find()) {
      throw new IllegalArgumentException("no record has an id: " + records);
    }
    String writer = first.group(1);
    String other = Integer.toString(number, Character.MAX_RADIX);
    String padded = "0".repeat(Math.max(0, writer.length() - other.length())) + other;
    return records.replace('"' + writer + '-', '"' + padded + '-');
  }

  private String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return journals.resolve(name + ".jsonl");
  }
}
