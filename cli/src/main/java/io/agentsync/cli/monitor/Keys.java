package io.agentsync.cli.monitor;

import io.agentsync.cli.monitor.Controls.Ending;
import io.agentsync.cli.monitor.Controls.Page;
import java.util.List;
import java.util.Optional;

/**
 * What each key does.
 *
 * @param controls how things are before it
 * @param reach how far keys can go in what is shown
 */
public record Keys(Controls controls, Reach reach) {

  /** How things are after a key. */
  public Controls press(Key key) {
    if (key.kind() == Key.Kind.INTERRUPT) {
      return controls.ended(Ending.INTERRUPTED);
    }
    if (controls.typing()) {
      return typed(key);
    }
    if (key.kind() == Key.Kind.TEXT && key.character() == 'q') {
      return controls.ended(Ending.QUIT);
    }
    return switch (controls.page()) {
      case LIST -> onList(key);
      case DETAILS -> onDetails(key);
      case HELP -> controls.onto(Page.LIST);
    };
  }

  /** In the filter every letter is text, {@code q} as well. */
  private Controls typed(Key key) {
    String filter = controls.filter();
    return switch (key.kind()) {
      case TEXT -> controls.filtered(filter + key.character(), true);
      case BACKSPACE ->
          filter.isEmpty()
              ? controls.filtered("", false)
              : controls.filtered(filter.substring(0, filter.length() - 1), true);
      case ENTER -> controls.filtered(filter, false);
      case ESCAPE -> controls.filtered("", false);
      default -> moved(key);
    };
  }

  private Controls onList(Key key) {
    return switch (key.kind()) {
      case TEXT -> command(key.character());
      case ENTER -> details();
      case ESCAPE -> controls.filtered("", false).selecting(Optional.empty());
      default -> moved(key);
    };
  }

  private Controls onDetails(Key key) {
    int top = controls.scroll();
    return switch (key.kind()) {
      case UP -> scrolled(top - 1);
      case DOWN -> scrolled(top + 1);
      case PAGE_UP -> scrolled(top - reach.page());
      case PAGE_DOWN -> scrolled(top + reach.page());
      case HOME -> scrolled(0);
      case END -> scrolled(reach.depth());
      case ENTER, ESCAPE, BACKSPACE -> controls.onto(Page.LIST);
      case TEXT ->
          switch (key.character()) {
            case 'k' -> scrolled(top - 1);
            case 'j' -> scrolled(top + 1);
            case 'p' -> controls.paused(!controls.paused());
            case '?' -> controls.onto(Page.HELP);
            default -> controls;
          };
      default -> controls;
    };
  }

  private Controls scrolled(int lines) {
    return controls.scrolled(Math.max(0, Math.min(reach.depth(), lines)));
  }

  private Controls command(char letter) {
    return switch (letter) {
      case 'p' -> controls.paused(!controls.paused());
      case 's' -> controls.sorted(controls.sorting().next());
      case 'f', '/' -> controls.filtered(controls.filter(), true);
      case 'k' -> moved(Key.of(Key.Kind.UP));
      case 'j' -> moved(Key.of(Key.Kind.DOWN));
      case '?' -> controls.onto(Page.HELP);
      default -> controls;
    };
  }

  private Controls details() {
    List<PointId> shown = reach.shown();
    return shown.isEmpty()
        ? controls
        : controls.selecting(Optional.of(shown.get(controls.position(shown)))).onto(Page.DETAILS);
  }

  private Controls moved(Key key) {
    List<PointId> shown = reach.shown();
    int at = controls.position(shown);
    int last = shown.size() - 1;
    int to =
        switch (key.kind()) {
          case UP -> at - 1;
          case DOWN -> at + 1;
          case PAGE_UP -> at - reach.page();
          case PAGE_DOWN -> at + reach.page();
          case HOME -> 0;
          case END -> last;
          default -> -1;
        };
    boolean moves =
        switch (key.kind()) {
          case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END -> true;
          default -> false;
        };
    return !moves || shown.isEmpty()
        ? controls
        : controls.selecting(Optional.of(shown.get(Math.min(last, Math.max(0, to)))));
  }
}
