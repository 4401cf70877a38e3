package io.agentsync.cli.render;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: its fields in order, their values as the formats promise them. */
public final class Fields {

  private static final int SCHEMA_VERSION = 1;

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  /** The beginning of every answer that is about one store. */
  static Fields ofStore(String store) {
    return versioned().put("store", store);
  }

  /** The beginning of every answer. */
  public static Fields versioned() {
    return new Fields().put("schemaVersion", SCHEMA_VERSION);
  }

  /** Adds a value. */
  public Fields put(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Adds a value, or null. */
  public Fields put(String name, Optional<?> value) {
    values.put(name, value.orElse(null));
    return this;
  }

  /** Adds an object. */
  public Fields object(String name, Fields value) {
    return put(name, value.asMap());
  }

  /** Adds an object, or null. */
  public Fields object(String name, Optional<Fields> value) {
    return put(name, value.map(Fields::asMap));
  }

  Fields objects(String name, List<Fields> elements) {
    return put(name, elements.stream().map(Fields::asMap).toList());
  }

  /** Adds names as a sorted array. */
  public Fields names(String name, Collection<String> set) {
    return put(name, List.copyOf(new TreeSet<>(set)));
  }

  Fields time(String name, Optional<Instant> time) {
    return put(name, time.map(Fields::iso));
  }

  Fields seconds(String name, Duration duration) {
    return put(name, seconds(duration));
  }

  Fields seconds(String name, Optional<Duration> duration) {
    return put(name, duration.map(Fields::seconds));
  }

  Fields all(Fields others) {
    values.putAll(others.values);
    return this;
  }

  Map<String, @Nullable Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  /** A time in UTC, to the millisecond. */
  public static String iso(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static BigDecimal seconds(Duration duration) {
    return tidy(BigDecimal.valueOf(duration.toMillis(), 3));
  }

  static String decimal(Duration duration) {
    return seconds(duration).toPlainString();
  }

  /** The same number without zeros at its end, and without an exponent. */
  static BigDecimal tidy(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
