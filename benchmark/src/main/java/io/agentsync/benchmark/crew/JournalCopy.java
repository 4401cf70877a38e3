package io.agentsync.benchmark.crew;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one journal of another: the ids of its records begin otherwise, as no two records of a
 * store have the same, and are as long.
 */
final class JournalCopy {

  private static final Pattern OPERATION = Pattern.compile("\"op\":\"([^\"-]+)-");

  private JournalCopy() {}

  /** The records of a journal that one process has written, as those of another one. */
  static String of(String records, int number) {
    Matcher first = OPERATION.matcher(records);
    if (!first.find()) {
      throw new IllegalArgumentException("no record has an id: " + records);
    }
    String writer = first.group(1);
    String other = Integer.toString(number, Character.MAX_RADIX);
    String padded = "0".repeat(Math.max(0, writer.length() - other.length())) + other;
    return records.replace('"' + writer + '-', '"' + padded + '-');
  }
}
