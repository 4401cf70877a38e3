package io.agentsync.follow;

import io.agentsync.deadlock.FailFastWatch;
import io.agentsync.journal.JournalName;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.Generation;
import java.time.Duration;
import java.util.Optional;

/** Finds out for those who wait at one sync point with failFast that they wait in vain (SP-15). */
final class VainWatch {

  /** Most meetings are over by then, without anybody having looked elsewhere. */
  private static final Duration AT_FIRST = Duration.ofSeconds(1);

  private final JournalName point;
  private final Sights sights;
  private final FailFastWatch watch;

  VainWatch(JournalName point, Sights sights) {
    this.point = point;
    this.sights = sights;
    this.watch = new FailFastWatch(point.id());
  }

  /** The record that ends the generation; empty if it is not known that all wait in vain. */
  Optional<Abort> vain(Generation open, OpIds ops, Moment now) {
    boolean young =
        open.first()
            .map(Claim::at)
            .map(at -> at.shownUntil(now).compareTo(AT_FIRST) < 0)
            .orElse(true);
    return young
        ? Optional.empty()
        : sights.newest(point.space()).flatMap(sight -> watch.judge(open, sight, ops.next(), now));
  }
}
