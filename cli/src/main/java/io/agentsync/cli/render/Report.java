package io.agentsync.cli.render;

import java.util.List;

/** One answer of the tool, in the three forms in which it can be given. */
public interface Report {

  /** For people. */
  List<String> table(Style style);

  /** For line tools: one record a line, tab-separated, no header. */
  List<String> plain();

  /** For programs. */
  Fields json();

  /** For programs that read line by line; only of answers that are lists. */
  default List<Fields> jsonLines() {
    throw new UnsupportedOperationException("not a list");
  }

  /** For Prometheus; only of answers that are numbers. */
  default Metrics metrics() {
    throw new UnsupportedOperationException("not numbers");
  }
}
