package io.agentsync.syncpoint;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;
import io.agentsync.model.UnknownSyncPointException;
import java.util.Optional;

/**
 * Waits for the end of the newest generation without taking part. Comes to its outcome, or to
 * nothing if it was given up before.
 *
 * @param syncId the sync point
 * @param location where it is, for messages
 * @param number the generation that it is about; 0 before that is known
 * @param givenUpAlready whether nobody waits any longer
 */
public record Onlooking(String syncId, String location, long number, boolean givenUpAlready)
    implements WaitingErrand<Optional<SyncResult>> {

  /** An errand that has yet to look which generation is the newest. */
  public static Onlooking of(String syncId, String location) {
    return new Onlooking(syncId, location, 0, false);
  }

  @Override
  public Step<Optional<SyncResult>> next(SyncPoint point, Moment now, String freshOp) {
    long pinned = number > 0 ? number : newest(point);
    Optional<Generation> ended = known(point, pinned).filter(generation -> !generation.open());
    if (ended.isPresent()) {
      return new Step.Done<>(ended.map(generation -> Answers.seen(syncId, generation)));
    }
    boolean before = point.head().filter(head -> head.after() >= pinned).isPresent();
    if (before && !point.recalled()) {
      return new Step.Recall<>(new Onlooking(syncId, location, pinned, givenUpAlready));
    }
    if (givenUpAlready) {
      return new Step.Done<>(Optional.empty());
    }
    if (before) {
      throw new AgentSyncException(
          "Generation %d of \"%s\" in %s was cleaned up, and its end is no longer known; wait again for the one that comes next."
              .formatted(pinned, syncId, location));
    }
    return new Step.Wait<>(new Onlooking(syncId, location, pinned, false));
  }

  private static Optional<Generation> known(SyncPoint point, long number) {
    return point
        .generation(number)
        .or(() -> point.past().stream().filter(past -> past.number() == number).findFirst());
  }

  /** The newest, or the one that comes next where the point has only moved to a new journal. */
  private long newest(SyncPoint point) {
    if (point.newestSpec().isEmpty()) {
      throw new UnknownSyncPointException(syncId, location);
    }
    return point.newest().map(Generation::number).orElseGet(point::nextNumber);
  }

  @Override
  public Onlooking givenUp() {
    return new Onlooking(syncId, location, number, true);
  }

  @Override
  public Onlooking restarted() {
    return this;
  }

  @Override
  public long waitsFor() {
    return number;
  }
}
