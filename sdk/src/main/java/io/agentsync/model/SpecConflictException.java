package io.agentsync.model;

import java.util.Set;

/** A sync point is open with another set of agents, rule or timeout than the one asked for. */
public final class SpecConflictException extends AgentSyncException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that names both specs.
   *
   * @param syncId the sync point
   * @param store where it is
   * @param open what it is open with, in words
   * @param wanted what was asked for, in words
   */
  public SpecConflictException(String syncId, String store, String open, String wanted) {
    super(
        ("Sync point \"%s\" in %s is open with %s, not with %s. Wait until it ends, "
                + "or end it with `sync-diag abort %s`.")
            .formatted(syncId, store, open, wanted, syncId));
  }

  /** Says a set of agents as the messages do. */
  public static String words(Set<String> agents) {
    return String.join(", ", Names.sorted(agents));
  }
}
