package io.agentsync.cli.render;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One record for line tools; an absent or empty value is a dash, so that columns stay in place. */
public final class PlainLine {

  private static final String ABSENT = "-";

  private PlainLine() {}

  /** The values, separated by tabs. */
  public static String of(Object... values) {
    return Stream.of(values).map(PlainLine::field).collect(Collectors.joining("\t"));
  }

  private static String field(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.map(PlainLine::field).orElse(ABSENT);
    }
    String text =
        value instanceof Collection<?> many
            ? many.stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(","))
            : value.toString();
    return text.isEmpty() ? ABSENT : Visible.text(text);
  }
}
