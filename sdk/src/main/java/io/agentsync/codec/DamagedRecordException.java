package io.agentsync.codec;

/** A record that is void for everybody because it is not what the format asks for (J-4, J-5). */
public final class DamagedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  DamagedRecordException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** What is wrong with it, as the rest of a sentence about it. */
  public String reason() {
    return reason;
  }
}
