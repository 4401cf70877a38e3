package io.agentsync.cli.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers in the text format of Prometheus, each family with its words before its samples. */
public final class Metrics {

  private static final String PREFIX = "agent_sync_";

  private final List<String> lines = new ArrayList<>();

  /** The text, line by line. */
  public List<String> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** Begins a family of gauges; its samples follow. */
  Family gauge(String name, String help) {
    lines.add("# HELP %s%s %s".formatted(PREFIX, name, help.replace("\\", "\\\\")));
    lines.add("# TYPE %s%s gauge".formatted(PREFIX, name));
    return new Family(PREFIX + name);
  }

  /** One family of numbers. */
  final class Family {
    private final String name;

    private Family(String name) {
      this.name = name;
    }

    /** Adds a sample; labels are names and values in turn. */
    Family sample(BigDecimal value, String... labels) {
      List<String> pairs = new ArrayList<>();
      for (int i = 0; i < labels.length; i += 2) {
        pairs.add("%s=\"%s\"".formatted(labels[i], escaped(labels[i + 1])));
      }
      String all = pairs.isEmpty() ? "" : "{" + String.join(",", pairs) + "}";
      lines.add("%s%s %s".formatted(name, all, value.toPlainString()));
      return this;
    }

    Family sample(long value, String... labels) {
      return sample(BigDecimal.valueOf(value), labels);
    }
  }

  /** As the format asks for it, and fit for a terminal. */
  private static String escaped(String value) {
    return Visible.text(value).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
