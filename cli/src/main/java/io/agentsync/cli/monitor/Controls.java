package io.agentsync.cli.monitor;

import java.util.List;
import java.util.Optional;

/**
 * What the person at the keys has chosen to see.
 *
 * @param page what is shown
 * @param sorting in which order
 * @param filter only ids, or names of runs, that contain this; empty for all
 * @param typing whether keys write the filter
 * @param selected the sync point that was selected; empty for the first one, whichever that is
 * @param scroll how many lines of the details are above the screen
 * @param paused whether news are kept back
 * @param ending how it was told to end, if it was
 */
public record Controls(
    Page page,
    Sorting sorting,
    String filter,
    boolean typing,
    Optional<PointId> selected,
    int scroll,
    boolean paused,
    Optional<Ending> ending) {

  /** What can be shown. */
  public enum Page {
    LIST,
    DETAILS,
    HELP
  }

  /** The ways in which keys end it. */
  public enum Ending {
    QUIT,
    INTERRUPTED
  }

  /** At the beginning. */
  public static Controls initial() {
    return new Controls(
        Page.LIST, Sorting.STUCK, "", false, Optional.empty(), 0, false, Optional.empty());
  }

  /** The sync point that the details are about, while they are shown. */
  public Optional<PointId> focus() {
    return page == Page.DETAILS ? selected : Optional.empty();
  }

  /** Where the selection is among the ids that are shown. */
  int position(List<PointId> shown) {
    return Math.max(0, selected.map(shown::indexOf).orElse(0));
  }

  Controls onto(Page other) {
    return new Controls(other, sorting, filter, typing, selected, 0, paused, ending);
  }

  Controls sorted(Sorting other) {
    return new Controls(page, other, filter, typing, selected, scroll, paused, ending);
  }

  Controls filtered(String text, boolean stillTyping) {
    return new Controls(page, sorting, text, stillTyping, selected, scroll, paused, ending);
  }

  Controls selecting(Optional<PointId> id) {
    return new Controls(page, sorting, filter, typing, id, scroll, paused, ending);
  }

  Controls scrolled(int lines) {
    return new Controls(page, sorting, filter, typing, selected, lines, paused, ending);
  }

  Controls paused(boolean now) {
    return new Controls(page, sorting, filter, typing, selected, scroll, now, ending);
  }

  Controls ended(Ending how) {
    return new Controls(page, sorting, filter, typing, selected, scroll, paused, Optional.of(how));
  }
}
