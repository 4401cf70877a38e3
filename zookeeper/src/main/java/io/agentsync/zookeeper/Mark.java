package io.agentsync.zookeeper;

import java.nio.charset.StandardCharsets;

/** What the node of a journal says of it. Readers ask it after they have read the records. */
enum Mark {
  /** It may stand. */
  NONE(""),
  /** It was removed, and can still be read. */
  REMOVED("removed"),
  /** Its records are being deleted: what was read of them is not whole. */
  PRUNED("pruned");

  private final String text;

  Mark(String text) {
    this.text = text;
  }

  byte[] data() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Mark of(byte[] data) {
    String said = new String(data, StandardCharsets.UTF_8).strip();
    for (Mark mark : values()) {
      if (mark.text.equals(said)) {
        return mark;
      }
    }
    return NONE;
  }
}
