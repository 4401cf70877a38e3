package io.agentsync.cli.live;

import io.agentsync.cli.monitor.Beginning;
import io.agentsync.cli.monitor.Look;
import io.agentsync.cli.monitor.Picture;
import io.agentsync.cli.monitor.Tick;
import io.agentsync.cli.render.Report;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells what changes line by line, for pipes and files.
 *
 * @param watch where news come from
 * @param limits when to end
 * @param time the present
 * @param talks whether to say where it looks, and to give a sign of life after every look
 * @param out where lines go; throws when nobody reads them any more
 */
public record LineLoop(
    Watch watch, Limits limits, TimeSource time, boolean talks, Consumer<Report> out) {

  /** Runs until a limit is reached. */
  public End run(String store) {
    Picture picture = Picture.of(store);
    Moment began = time.now();
    if (talks) {
      out.accept(new Beginning(began.wall(), store));
    }
    int taken = 0;
    try {
      while (true) {
        Duration left = limits.left(began, time.now());
        if (left.isNegative() || left.isZero() || limits.reached(taken)) {
          return new End(End.Cause.REACHED, picture);
        }
        Optional<Look> look = watch.next(left);
        if (look.isPresent()) {
          picture = picture.take(look.get());
          picture.changes().forEach(out);
          if (talks) {
            out.accept(Tick.of(picture, look.get().at()));
          }
          taken++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new End(End.Cause.INTERRUPTED, picture);
    }
  }
}
