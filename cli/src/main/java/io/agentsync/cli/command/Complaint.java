package io.agentsync.cli.command;

/** Ends a mode with one line for the person and a code for the script. */
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final String line;

  Complaint(ExitCode code, String line) {
    super(line);
    this.code = code;
    this.line = line;
  }

  /** What the script is told. */
  public ExitCode code() {
    return code;
  }

  /** What the person is told. */
  public String line() {
    return line;
  }
}
