package io.agentsync.journal.directory;

import io.agentsync.journal.JournalName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What rings say: the names of journals, a line each, however the bytes come in. */
final class RingText {

  private static final int LONGEST = 512;

  private String unfinished = "";

  static ByteBuffer of(JournalName journal) {
    return StandardCharsets.UTF_8.encode(journal + "\n");
  }

  void take(ByteBuffer bytes, Set<JournalName> heard) {
    String text = unfinished + StandardCharsets.UTF_8.decode(bytes);
    int start = 0;
    int end = text.indexOf('\n');
    while (end >= 0) {
      hear(text.substring(start, end), heard);
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    unfinished = text.substring(start, Math.min(text.length(), start + LONGEST));
  }

  private static void hear(String line, Set<JournalName> heard) {
    int slash = line.indexOf('/');
    if (slash > 0) {
      heard.add(new JournalName(line.substring(0, slash), line.substring(slash + 1)));
    }
  }
}
