package io.agentsync.benchmark.crew;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a measured process has found out, as names with numbers; any thread may add. */
final class Facts {

  private final Map<String, Long> values = new ConcurrentHashMap<>();

  void add(String name, long value) {
    values.merge(name, value, Long::sum);
  }

  /** Adds nanoseconds of processor time, by what they were used for. */
  void addProcessorTime(Map<String, Long> used) {
    used.forEach((purpose, nanos) -> add("cpu." + purpose, nanos));
  }

  Map<String, Long> all() {
    return new TreeMap<>(values);
  }
}
