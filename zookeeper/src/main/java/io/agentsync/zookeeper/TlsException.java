package io.agentsync.zookeeper;

/** The client's settings for TLS cannot be used. */
final class TlsException extends Exception {
  private static final long serialVersionUID = 1L;

  TlsException(Exception cause) {
    super(reason(cause), cause);
  }

  /** What is at the bottom of it says more than what it led to. */
  private static String reason(Throwable failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : reason(failure.getCause());
  }
}
