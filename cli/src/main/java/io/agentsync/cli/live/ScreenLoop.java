package io.agentsync.cli.live;

import io.agentsync.cli.monitor.Controls;
import io.agentsync.cli.monitor.Key;
import io.agentsync.cli.monitor.Keys;
import io.agentsync.cli.monitor.Look;
import io.agentsync.cli.monitor.Picture;
import io.agentsync.cli.monitor.View;
import io.agentsync.cli.render.Style;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Shows the store on a terminal, and does what keys say. */
final class ScreenLoop {

  /** How long a look at the store may lie there before it is shown; keys do not wait for it. */
  private static final long GLANCE_MILLIS = 100;

  private final Screen screen;
  private final Watch watch;
  private final Limits limits;
  private final TimeSource time;
  private final Style style;
  private Picture picture;
  private Controls controls = Controls.initial();
  private Instant shown = Instant.MIN;
  private int taken;

  ScreenLoop(
      Screen screen, Watch watch, Limits limits, TimeSource time, Style style, String store) {
    this.screen = screen;
    this.watch = watch;
    this.limits = limits;
    this.time = time;
    this.style = style;
    this.picture = Picture.of(store);
  }

  End run() throws IOException {
    Moment began = time.now();
    try {
      while (true) {
        boolean news = take();
        View view = show(news);
        Duration left = limits.left(began, time.now());
        Optional<End.Cause> cause = ending(left);
        if (cause.isPresent()) {
          return new End(cause.get(), picture);
        }
        Optional<Key> key = screen.key(Math.min(GLANCE_MILLIS, left.toMillis()));
        if (key.isPresent()) {
          controls = new Keys(controls, view.reach()).press(key.get());
          watch.focus(controls.focus());
          shown = Instant.MIN;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new End(End.Cause.INTERRUPTED, picture);
    }
  }

  private boolean take() throws InterruptedException {
    Optional<Look> look = watch.next(Duration.ZERO);
    look.ifPresent(
        seen -> {
          picture = controls.paused() ? picture.explainedBy(seen) : picture.take(seen);
          taken++;
        });
    return look.isPresent();
  }

  /** Paints only when there is something new to see, be it that a second has passed. */
  private View show(boolean news) {
    Instant second = time.now().wall().truncatedTo(ChronoUnit.SECONDS);
    boolean changed = screen.changed();
    Instant now = controls.paused() ? pausedAt() : time.now().wall();
    View view = new View(picture, controls, now, pace(), screen.frame(), style);
    if (changed || news || !second.equals(shown)) {
      shown = second;
      screen.show(view.lines());
    }
    return view;
  }

  /** While news are kept back, nothing moves. */
  private Instant pausedAt() {
    return picture.seen().map(Look.Seen::at).orElseGet(() -> time.now().wall());
  }

  private Optional<End.Cause> ending(Duration left) {
    if (screen.terminated()) {
      return Optional.of(End.Cause.TERMINATED);
    }
    if (screen.interrupted()) {
      return Optional.of(End.Cause.INTERRUPTED);
    }
    Optional<End.Cause> said =
        controls
            .ending()
            .map(
                how ->
                    switch (how) {
                      case QUIT -> End.Cause.QUIT;
                      case INTERRUPTED -> End.Cause.INTERRUPTED;
                    });
    boolean reached = left.isZero() || left.isNegative() || limits.reached(taken);
    return said.or(() -> reached ? Optional.of(End.Cause.REACHED) : Optional.empty());
  }

  private String pace() {
    Duration interval = watch.interval();
    return "every "
        + (interval.toMillisPart() == 0 ? interval.toSeconds() + "s" : interval.toMillis() + "ms");
  }
}
