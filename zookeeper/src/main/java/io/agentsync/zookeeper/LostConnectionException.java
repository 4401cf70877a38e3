package io.agentsync.zookeeper;

import org.jspecify.annotations.Nullable;

/** There was no answer: nobody here knows whether what was asked for has been done. */
final class LostConnectionException extends Exception {
  private static final long serialVersionUID = 1L;

  LostConnectionException(@Nullable Throwable cause) {
    super("the connection was lost before an answer came", cause);
  }
}
