package io.agentsync.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What agents bring to a meeting, as values of the JDK that nobody can change. */
final class Payloads {

  private Payloads() {}

  /** The value that was read, with null where JSON says null; {@link Json} marks those as empty. */
  static @Nullable Object toJdk(@Nullable Object read) {
    if (read instanceof Optional<?>) {
      return null;
    }
    if (read instanceof Map<?, ?> fields) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      fields.forEach((name, value) -> copy.put(name, toJdk(value)));
      return Collections.unmodifiableMap(copy);
    }
    if (read instanceof List<?> values) {
      List<@Nullable Object> copy = new ArrayList<>();
      values.forEach(value -> copy.add(toJdk(value)));
      return Collections.unmodifiableList(copy);
    }
    return read;
  }
}
