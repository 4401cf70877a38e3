package io.agentsync.journal.directory;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What rings say: the names of journals, a line each, however the bytes come in. A line is kind, id
 * and, if there is one, run, with blanks between them, which none of the three can hold.
 */
final class RingText {

  private static final int LONGEST = 512;

  private String unfinished = "";

  static ByteBuffer of(JournalName journal) {
    String run = journal.space().run().map(name -> " " + name).orElse("");
    return StandardCharsets.UTF_8.encode(journal.space().kind() + " " + journal.id() + run + "\n");
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
    String[] words = line.split(" ", -1);
    if (words.length == 2 || words.length == 3) {
      Optional<String> run = words.length == 3 ? Optional.of(words[2]) : Optional.empty();
      heard.add(new Space(words[0], run).journal(words[1]));
    }
  }
}
