package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Style;

/**
 * A bar that is partly filled.
 *
 * @param filled how many of its cells are
 * @param width how many it has
 */
record Bar(int filled, int width) {

  /** Full only if all are there, and empty only if none is. */
  static Bar ofCount(int there, int all, int width) {
    if (all == 0 || there >= all) {
      return new Bar(width, width);
    }
    int cells = there * width / all;
    return new Bar(there > 0 ? Math.min(width, Math.max(1, cells)) : 0, width);
  }

  /** Full only at 1. */
  static Bar ofShare(double share, int width) {
    return new Bar((int) Math.floor(Math.min(1, Math.max(0, share)) * width), width);
  }

  String full(Style style) {
    return (style.unicode() ? "█" : "#").repeat(filled);
  }

  String rest(Style style) {
    return (style.unicode() ? "░" : "-").repeat(width - filled);
  }
}
