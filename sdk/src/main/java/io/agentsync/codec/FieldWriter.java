package io.agentsync.codec;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of one JSON object as they are written, in reading order. */
final class FieldWriter {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  Map<String, Object> fields() {
    return fields;
  }

  /** Puts a field; an empty optional puts none. */
  FieldWriter put(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> fields.put(name, present));
    } else {
      fields.put(name, value);
    }
    return this;
  }

  FieldWriter at(Moment at) {
    put("at", Timestamps.write(at.wall()));
    if (at.domain().isPresent()) {
      Domain domain = at.domain().get();
      put("boot", domain.boot()).put("timens", domain.timeNamespace()).put("mono", at.nanos());
    }
    return this;
  }
}
