package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * The first record of a journal: where it goes on from (J-4, J-7, J-8). A removal leaves the head
 * of the next journal as its tombstone.
 *
 * @param epoch how many journals the point has had, this one included
 * @param after the number of the last generation before this journal
 * @param completed how many of the generations before this journal were completed (SP-4)
 * @param spec what the next generation is opened with, if the point was only moved on to a new
 *     journal
 * @param declared whether that spec binds
 * @param at when the journal before it was removed; empty in a point's first journal
 */
public record Head(
    long epoch,
    long after,
    long completed,
    Optional<Spec> spec,
    boolean declared,
    Optional<Moment> at)
    implements SyncRecord {

  /** The head of a point's first journal. */
  public static final Head FIRST = new Head(1, 0, 0, Optional.empty(), false, Optional.empty());

  @Override
  public void applyTo(SyncPoint point) {
    point.begin(this);
  }
}
