package io.agentsync.model;

import java.util.List;

/** A sync point of which nothing can be read but that its records are damaged. */
public final class UnreadableSyncPointException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * An error about one sync point.
   *
   * @param syncId the sync point
   * @param problems its damaged records; at least one
   */
  public UnreadableSyncPointException(String syncId, List<Problem> problems) {
    super(problems.get(0).path(), reason(syncId, problems), null);
    this.problems = List.copyOf(problems);
  }

  /** The damaged records; the first twenty. */
  public List<Problem> problems() {
    return problems;
  }

  private static String reason(String syncId, List<Problem> problems) {
    String more =
        problems.size() == 1 ? "" : ", and %d more like it".formatted(problems.size() - 1);
    return "nothing is left of sync point \"%s\" but damaged records: %s%s; look at what else writes there"
        .formatted(syncId, problems.get(0).reason(), more);
  }
}
