package io.agentsync.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as records carry them: ISO-8601 in UTC, such as {@code 2026-01-31T12:00:00.000Z}. */
final class Timestamps {

  private static final String OURS = "0000-00-00T00:00:00.000Z";

  private Timestamps() {}

  static String write(Instant time) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > 9999) {
      return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
    StringBuilder text = new StringBuilder(OURS.length());
    append(text, utc.getYear(), 4, '-');
    append(text, utc.getMonthValue(), 2, '-');
    append(text, utc.getDayOfMonth(), 2, 'T');
    append(text, utc.getHour(), 2, ':');
    append(text, utc.getMinute(), 2, ':');
    append(text, utc.getSecond(), 2, '.');
    append(text, time.getNano() / 1_000_000, 3, 'Z');
    return text.toString();
  }

  private static void append(StringBuilder text, int value, int digits, char then) {
    for (int power = digits == 4 ? 1000 : digits == 3 ? 100 : 10; power > 0; power /= 10) {
      text.append((char) ('0' + value / power % 10));
    }
    text.append(then);
  }

  static Instant parse(String text) throws DamagedRecordException {
    if (!text.endsWith("Z")) {
      // Instant.parse takes offsets too, from Java 12 on; other readers need not.
      throw notUtc();
    }
    try {
      return looksLikeOurs(text) ? parseOurs(text) : Instant.parse(text);
    } catch (DateTimeException e) {
      throw notUtc();
    }
  }

  private static DamagedRecordException notUtc() {
    return new DamagedRecordException("has an \"at\" that is not an ISO-8601 time in UTC");
  }

  /** A tenth of the time of the general way, and every reader takes it for every record. */
  private static Instant parseOurs(String text) {
    return LocalDateTime.of(
            digits(text, 0, 4),
            digits(text, 5, 7),
            digits(text, 8, 10),
            digits(text, 11, 13),
            digits(text, 14, 16),
            digits(text, 17, 19),
            digits(text, 20, 23) * 1_000_000)
        .toInstant(ZoneOffset.UTC);
  }

  private static boolean looksLikeOurs(String text) {
    if (text.length() != OURS.length()) {
      return false;
    }
    for (int i = 0; i < OURS.length(); i++) {
      char wanted = OURS.charAt(i);
      char found = text.charAt(i);
      if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
