package io.agentsync.model;

import java.util.List;

/**
 * What a cleanup did, or would do.
 *
 * @param dryRun whether nothing was really removed
 * @param removed what was (or would be) removed
 * @param skipped what was left although it has ended, and why
 * @param problems what could not be read
 */
public record CleanupReport(
    boolean dryRun, List<Item> removed, List<Item> skipped, List<Problem> problems) {

  public CleanupReport {
    removed = List.copyOf(removed);
    skipped = List.copyOf(skipped);
    problems = List.copyOf(problems);
  }

  /** What kind of thing an item is. */
  public enum Kind {
    SYNC_POINT("syncPoint"),
    AGENT("agent"),
    LEFTOVER("leftover");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name that reports use. */
    public String label() {
      return label;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param kind what it is
   * @param id its name
   * @param reason why it was removed or left
   */
  public record Item(Kind kind, String id, String reason) {}
}
