package io.agentsync.cli.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads lengths of time as people write them: {@code 500ms 90s 5m 24h 7d 1h30m}, or ISO-8601. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

  @Override
  public Duration convert(String text) {
    try {
      Duration duration =
          text.toUpperCase(Locale.ROOT).startsWith("P") ? Duration.parse(text) : ofShort(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static Duration ofShort(String text) {
    Matcher parts = SHORT.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw refusal(text);
    }
    return Duration.ofDays(part(parts, 1))
        .plusHours(part(parts, 2))
        .plusMinutes(part(parts, 3))
        .plusSeconds(part(parts, 4))
        .plusMillis(part(parts, 5));
  }

  private static long part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static TypeConversionException refusal(String text) {
    return new TypeConversionException(
        "\"%s\" is not a length of time; write it like 500ms, 90s, 5m, 24h, 7d or 1h30m"
            .formatted(text));
  }
}
