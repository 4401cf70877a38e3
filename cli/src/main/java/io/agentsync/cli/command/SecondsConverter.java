package io.agentsync.cli.command;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a length of time where a bare number means seconds. */
final class SecondsConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    boolean bare = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return new DurationConverter().convert(bare ? text + "s" : text);
  }
}
