package io.agentsync.cli.command;

import java.io.IOException;

/** Data could not be written: nobody reads it any more, or there is no room for it. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputException(IOException cause) {
    super(cause);
  }

  /** Whether the reader has simply seen enough, as {@code head} does. */
  public boolean readerGone() {
    return reason().contains("Broken pipe");
  }

  /** What the system said. */
  public String reason() {
    Throwable cause = getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }
}
