package io.agentsync.model;

import java.util.Optional;

/**
 * What a repair did to the generation that it meant, or would do.
 *
 * @param before the generation as it was found
 * @param after the generation as the repair left it, or would leave it
 * @param effective whether the repair ended or changed it, or would; if not, {@code after} shows
 *     what stood against it
 * @param actor who repairs
 * @param quorum how many agents are enough; empty if all have to come
 */
public record RepairReport(
    SyncStatus before,
    SyncStatus after,
    boolean effective,
    String actor,
    Optional<Integer> quorum) {

  /** The same, found as {@code earlier} if that is the same generation. */
  public RepairReport foundAs(SyncStatus earlier) {
    return earlier.generation() == after.generation()
        ? new RepairReport(earlier, after, effective, actor, quorum)
        : this;
  }

  /** The same, in a run, or in none. */
  public RepairReport inRun(Optional<String> run) {
    return new RepairReport(before.inRun(run), after.inRun(run), effective, actor, quorum);
  }
}
