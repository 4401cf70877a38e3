package io.agentsync.cli.render;

/**
 * One thing that needs a look.
 *
 * @param kind what it is
 * @param id its name
 * @param reason what is the matter with it
 */
public record Unhealthy(Kind kind, String id, String reason) {

  /** What is the matter with what, in one sentence. */
  public String sentence() {
    return (kind == Kind.AGENT ? "agent " : "sync point ") + id + ": " + reason;
  }

  /** What kind of thing needs a look. */
  public enum Kind {
    SYNC_POINT("syncPoint"),
    AGENT("agent");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
