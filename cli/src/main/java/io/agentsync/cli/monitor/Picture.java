package io.agentsync.cli.monitor;

import io.agentsync.model.Problem;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a store after some looks at it.
 *
 * @param store where it is
 * @param seen the newest look that could read it; empty before the first one
 * @param failed the newest look, if that could not read it
 * @param changes what the newest look has found out
 * @param log the changes since the first look, the newest last
 */
public record Picture(
    String store,
    Optional<Look.Seen> seen,
    Optional<Look.Failed> failed,
    List<Change> changes,
    List<Change> log) {

  private static final int LONGEST_LOG = 500;

  /** Nothing is known yet. */
  public static Picture of(String store) {
    return new Picture(store, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /** What is known after one more look. */
  public Picture take(Look look) {
    if (look instanceof Look.Failed failure) {
      boolean told = failed.filter(last -> last.problem().equals(failure.problem())).isPresent();
      return with(
          seen,
          Optional.of(failure),
          told
              ? List.of()
              : List.of(Change.of(failure.at(), Change.Kind.UNREADABLE, failure.problem())));
    }
    Look.Seen sight = (Look.Seen) look;
    List<Change> changes = new ArrayList<>();
    failed.ifPresent(
        last -> changes.add(Change.of(look.at(), Change.Kind.READABLE, last.problem())));
    changes.addAll(
        seen.map(last -> Changes.between(last, sight)).orElseGet(() -> Changes.found(sight)));
    return with(Optional.of(sight), Optional.empty(), changes);
  }

  /** The same picture with a diagnosis that came later, for when news are kept back. */
  public Picture explainedBy(Look look) {
    return look instanceof Look.Seen later
        ? new Picture(
            store,
            seen.map(sight -> new Look.Seen(sight.at(), sight.survey(), later.diagnosis())),
            failed,
            changes,
            log)
        : this;
  }

  /** All sync points as they were last seen. */
  public List<SyncStatus> points() {
    return seen.map(sight -> sight.survey().syncPoints()).orElse(List.of());
  }

  /** Whether the newest look could not read all. */
  public boolean troubled() {
    return failed.isPresent() || !problems().isEmpty();
  }

  List<Problem> problems() {
    return seen.map(sight -> sight.survey().problems()).orElse(List.of());
  }

  Optional<SyncDiagnosis> diagnosisOf(PointId point) {
    return seen.flatMap(Look.Seen::diagnosis)
        .filter(diagnosis -> PointId.of(diagnosis.status()).equals(point));
  }

  /** Whether the newest look has found anything new there. */
  boolean fresh(SyncStatus point) {
    return changes.stream()
        .anyMatch(
            change ->
                change.kind() != Change.Kind.FOUND
                    && change.id().equals(Optional.of(PointId.of(point))));
  }

  private Picture with(
      Optional<Look.Seen> sight, Optional<Look.Failed> failure, List<Change> news) {
    List<Change> told = new ArrayList<>(log);
    news.stream().filter(change -> change.kind() != Change.Kind.FOUND).forEach(told::add);
    List<Change> kept = told.subList(Math.max(0, told.size() - LONGEST_LOG), told.size());
    return new Picture(store, sight, failure, List.copyOf(news), List.copyOf(kept));
  }
}
