package io.agentsync.journal.directory;

import org.slf4j.Logger;

/** Something that may be out of order for long: says so once, and once when it is over. */
final class Trouble {

  private final Logger log;
  private final String what;
  private volatile boolean on;

  /**
   * A trouble that has not begun.
   *
   * @param what what is out of order then, and what that means
   */
  Trouble(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  void begins(Exception cause) {
    if (on) {
      log.debug("{}: still so", what, cause);
    } else {
      on = true;
      log.warn("{}", what, cause);
    }
  }

  void ends() {
    if (on) {
      on = false;
      log.info("{}: over", what);
    }
  }
}
