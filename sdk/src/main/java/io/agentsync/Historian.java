package io.agentsync;

import io.agentsync.diagnosis.Narrator;
import io.agentsync.follow.Chronicle;
import io.agentsync.follow.Chronicle.Found;
import io.agentsync.follow.PointReader.Reading;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.StoryLine;
import io.agentsync.model.SyncStory;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what the journals of a sync point hold, those that were removed included. */
final class Historian {

  private final Chronicle chronicle;
  private final TimeSource time;

  Historian(JournalStore store, TimeSource time) {
    this.chronicle = new Chronicle(store);
    this.time = time;
  }

  /** All that is known, in order; empty if that is nothing. */
  Optional<SyncStory> story(JournalName point) {
    Found found = chronicle.read(point);
    Moment now = time.now();
    List<StoryLine> lines = new ArrayList<>();
    found.chapters().forEach(chapter -> lines.addAll(Narrator.tell(chapter, now)));
    found.unreadable().forEach(problem -> lines.add(Narrator.unreadable(problem)));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SyncStory(
                point.id(),
                lines,
                found
                    .newest()
                    .flatMap(SyncPoint::newest)
                    .flatMap(Generation::end)
                    .map(End::outcome),
                found.damaged(),
                found.unreadable()));
  }

  /** The newest of the journals in which there is a generation. */
  Optional<Reading> newest(JournalName point) {
    Found found = chronicle.read(point);
    List<Problem> problems = new ArrayList<>(found.damaged());
    problems.addAll(found.unreadable());
    return found.newest().map(past -> new Reading(past, problems, 0));
  }
}
