package io.agentsync.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the tool's exit status tells a script. */
public enum ExitCode {
  DONE(0, "done, or healthy"),
  FINDINGS(1, "ran, and found problems: unhealthy, or not successful"),
  USAGE(2, "wrong usage"),
  UNKNOWN(3, "no such sync point or agent"),
  STORE(4, "store or something in it unreadable, or output not writable"),
  BUSY(5, "lock busy: somebody else is at it"),
  INTERRUPTED(130, "interrupted by Ctrl-C"),
  TERMINATED(143, "interrupted by SIGTERM");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }

  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ExitCode each : values()) {
      table.put(Integer.toString(each.code), each.meaning);
    }
    return table;
  }
}
