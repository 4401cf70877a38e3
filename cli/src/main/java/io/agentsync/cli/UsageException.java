package io.agentsync.cli;

/** The arguments make no sense, for a reason that picocli does not know. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String line;

  UsageException(String line) {
    super(line);
    this.line = line;
  }

  String line() {
    return line;
  }
}
