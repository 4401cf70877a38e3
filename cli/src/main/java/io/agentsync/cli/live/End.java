package io.agentsync.cli.live;

import io.agentsync.cli.monitor.Picture;

/**
 * How a loop ended.
 *
 * @param cause why
 * @param picture what was known then
 */
public record End(Cause cause, Picture picture) {

  /** Why a loop ends. */
  public enum Cause {
    /** A key said so. */
    QUIT,
    /** It has lasted as long as it should. */
    REACHED,
    INTERRUPTED,
    TERMINATED
  }
}
