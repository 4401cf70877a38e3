package io.agentsync.cli.monitor;

import static io.agentsync.cli.monitor.Sights.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.monitor.Controls.Ending;
import io.agentsync.cli.monitor.Controls.Page;
import io.agentsync.cli.monitor.Key.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static final List<PointId> IDS = ids("a", "b", "c", "d", "e");

  private static List<PointId> ids(String... names) {
    return Stream.of(names).map(Sights::id).toList();
  }

  private Controls controls = Controls.initial();

  private void press(Kind... kinds) {
    for (Kind kind : kinds) {
      controls = new Keys(controls, new Reach(IDS, 2, 3)).press(Key.of(kind));
    }
  }

  private void type(String text) {
    text.chars()
        .forEach(
            c -> controls = new Keys(controls, new Reach(IDS, 2, 3)).press(Key.text((char) c)));
  }

  @Test
  void qQuitsAndControlCInterrupts() {
    type("q");
    assertThat(controls.ending()).contains(Ending.QUIT);
    press(Kind.INTERRUPT);
    assertThat(controls.ending()).contains(Ending.INTERRUPTED);
  }

  @Test
  void inTheFilterQIsText() {
    type("fqj");
    assertThat(controls.filter()).isEqualTo("qj");
    assertThat(controls.ending()).isEmpty();
    press(Kind.BACKSPACE, Kind.ENTER);
    assertThat(controls.filter()).isEqualTo("q");
    assertThat(controls.typing()).isFalse();
    type("q");
    assertThat(controls.ending()).contains(Ending.QUIT);
  }

  @Test
  void escapeLeavesTheFilterAndClearsIt() {
    type("/x");
    press(Kind.ESCAPE);
    assertThat(controls).isEqualTo(Controls.initial());
    type("fx");
    press(Kind.INTERRUPT);
    assertThat(controls.ending()).contains(Ending.INTERRUPTED);
  }

  @Test
  void backspaceBeyondTheBeginningLeavesTheFilter() {
    type("fx");
    press(Kind.BACKSPACE, Kind.BACKSPACE);
    assertThat(controls).isEqualTo(Controls.initial());
  }

  @Test
  void theSelectionMovesAndStopsAtBothEnds() {
    press(Kind.UP);
    assertThat(controls.selected()).contains(id("a"));
    type("jj");
    assertThat(controls.selected()).contains(id("c"));
    press(Kind.PAGE_DOWN, Kind.DOWN);
    assertThat(controls.selected()).contains(id("e"));
    type("k");
    assertThat(controls.selected()).contains(id("d"));
    press(Kind.HOME, Kind.END, Kind.PAGE_UP);
    assertThat(controls.selected()).contains(id("c"));
    press(Kind.ESCAPE);
    assertThat(controls.selected()).isEmpty();
  }

  @Test
  void theSelectionFollowsItsPointWhereverThatGoes() {
    type("j");
    controls =
        new Keys(controls, new Reach(ids("c", "d", "b", "a"), 2, 0)).press(Key.of(Kind.DOWN));
    assertThat(controls.selected()).contains(id("a"));
  }

  @Test
  void enterShowsTheDetailsOfTheSelectedPoint() {
    press(Kind.ENTER);
    assertThat(controls.page()).isEqualTo(Page.DETAILS);
    assertThat(controls.focus()).contains(id("a"));
    press(Kind.ESCAPE);
    assertThat(controls.page()).isEqualTo(Page.LIST);
    assertThat(controls.focus()).isEmpty();
    assertThat(new Keys(controls, new Reach(List.of(), 2, 0)).press(Key.of(Kind.ENTER)).page())
        .isEqualTo(Page.LIST);
  }

  @Test
  void detailsScrollNoFurtherThanTheyGo() {
    press(Kind.ENTER, Kind.DOWN, Kind.PAGE_DOWN, Kind.PAGE_DOWN);
    assertThat(controls.scroll()).isEqualTo(3);
    type("kkkkk");
    assertThat(controls.scroll()).isZero();
    press(Kind.END);
    assertThat(controls.scroll()).isEqualTo(3);
    press(Kind.ENTER);
    assertThat(controls.page()).isEqualTo(Page.LIST);
  }

  @Test
  void sortPauseAndHelp() {
    type("s");
    assertThat(controls.sorting()).isEqualTo(Sorting.ID);
    type("sss");
    assertThat(controls.sorting()).isEqualTo(Sorting.STUCK);
    type("p");
    assertThat(controls.paused()).isTrue();
    type("p?");
    assertThat(controls.paused()).isFalse();
    assertThat(controls.page()).isEqualTo(Page.HELP);
    press(Kind.OTHER);
    assertThat(controls).isEqualTo(Controls.initial());
  }
}
