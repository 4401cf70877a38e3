package io.agentsync.zookeeper;

import java.util.regex.Pattern;

/**
 * Which nodes a session has.
 *
 * @param layout where sessions are
 */
record SessionNodes(Layout layout) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,128}");

  /** Whether a session can have that id: ids come from records, which anybody may write. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** What it says about itself. */
  String word(String id) {
    return layout.session(id);
  }

  /** Is there as long as the session of the ensemble that made it. */
  String alive(String id) {
    return word(id) + "/alive";
  }

  /** Whoever has news for it writes below this. */
  String bell(String id) {
    return word(id) + "/bell";
  }

  String notes(String id) {
    return word(id) + "/notes";
  }
}
