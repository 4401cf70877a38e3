package io.agentsync.syncpoint;

/** When a generation is complete (SP-8). */
public enum CompletionRule {
  /** Every required agent stands. */
  ALL("all");

  private final String label;

  CompletionRule(String label) {
    this.label = label;
  }

  /** Its name in records. */
  public String label() {
    return label;
  }

  boolean met(int required, int standing) {
    return standing == required;
  }
}
