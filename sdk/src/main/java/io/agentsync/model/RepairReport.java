package io.agentsync.model;

import java.util.Optional;

/**
 * What a repair did to the generation that it meant, or would do.
 *
 * @param before the generation as it was found
 * @param after the generation as the repair left it, or would leave it
 * @param effective whether the repair ended or changed it, or would; if not, {@code after} shows
 *     what stood against it
 * @param ended whether it was the repair that ended it, or would be
 * @param actor who repairs
 * @param quorum how many agents are enough; empty if all have to come
 */
public record RepairReport(
    SyncStatus before,
    SyncStatus after,
    boolean effective,
    boolean ended,
    String actor,
    Optional<Integer> quorum) {

  /**
   * The same; where the repair had no effect, with the generation as it was before anybody tried.
   */
  public RepairReport foundAs(SyncStatus earlier) {
    return !effective && earlier.generation() == after.generation()
        ? new RepairReport(earlier, after, false, false, actor, quorum)
        : this;
  }

  /** The same, in a run, or in none. */
  public RepairReport inRun(Optional<String> run) {
    return new RepairReport(before.inRun(run), after.inRun(run), effective, ended, actor, quorum);
  }
}
