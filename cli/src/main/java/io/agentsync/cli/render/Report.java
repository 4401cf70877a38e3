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

  /** For programs that read line by line; an answer that is no list is one line. */
  default List<Fields> jsonLines() {
    return List.of(json());
  }
}
