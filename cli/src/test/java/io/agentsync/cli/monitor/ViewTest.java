package io.agentsync.cli.monitor;

import static io.agentsync.cli.monitor.Sights.NOW;
import static io.agentsync.cli.monitor.Sights.ended;
import static io.agentsync.cli.monitor.Sights.failed;
import static io.agentsync.cli.monitor.Sights.id;
import static io.agentsync.cli.monitor.Sights.open;
import static io.agentsync.cli.monitor.Sights.ready;
import static io.agentsync.cli.monitor.Sights.seen;
import static io.agentsync.cli.monitor.Sights.seenAt;
import static io.agentsync.cli.monitor.Sights.troubled;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.monitor.Controls.Page;
import io.agentsync.cli.render.Style;
import io.agentsync.model.Finding;
import io.agentsync.model.Participant;
import io.agentsync.model.Problem;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the screen looks like at a fixed time. */
class ViewTest {

  private static final Style UNICODE = new Style(false, true, OptionalInt.empty());
  private static final Style ASCII = new Style(false, false, OptionalInt.empty());
  private static final Style COLOUR = new Style(true, true, OptionalInt.empty());

  private static final SyncStatus REVIEW =
      open("review", 7, "coder,planner,reviewer", "coder,planner", 20, 120);

  private static final SyncStatus[] BUSY = {
    open("build", 12, "a,b,c", "a,b", 55, 60),
    ended("deploy", 3, "a,b", "a", SyncOutcome.TIMED_OUT, 200),
    open("embed/batch-7", 1, "w1,w2,w3,w4,w5,w6,w7,w8", "w1", 10, 300),
    open("nightly-merge", 2, "agent-a,agent-b,agent-c,agent-d", "agent-a,agent-b", 96, 60),
    ended("phase0", 41, "x,y", "x,y", SyncOutcome.COMPLETED, 19),
    ready("phase1", "x", "y"),
    REVIEW
  };

  private static Picture busy() {
    return Picture.of("/srv/agents/shared-state")
        .take(
            seenAt(
                NOW.minusSeconds(40),
                open("build", 12, "a,b,c", "a", 55, 60),
                ended("deploy", 3, "a,b", "a", SyncOutcome.TIMED_OUT, 200),
                open("nightly-merge", 2, "agent-a,agent-b,agent-c,agent-d", "agent-a", 96, 60),
                ended("phase0", 40, "x,y", "x,y", SyncOutcome.COMPLETED, 80)))
        .take(
            seenAt(
                NOW.minusSeconds(1),
                BUSY[0],
                BUSY[1],
                open("embed/batch-7", 1, "w1,w2,w3,w4,w5,w6,w7,w8", "w1,w2", 10, 300),
                BUSY[3],
                BUSY[4],
                BUSY[5],
                BUSY[6]))
        .take(seen(BUSY));
  }

  private static List<String> screen(
      Picture picture, Controls controls, int columns, int rows, Style style) {
    View view = new View(picture, controls, NOW, "every 1s", new Frame(columns, rows), style);
    List<String> lines = view.lines();
    assertThat(lines).hasSize(rows).allMatch(line -> Widths.of(bare(line)) <= columns);
    return lines;
  }

  private static String bare(String line) {
    return line.replaceAll("\u001b\\[\\d+m", "");
  }

  private static List<String> screen(Picture picture, int columns, int rows) {
    return screen(picture, Controls.initial(), columns, rows, UNICODE);
  }

  private static Participant participant(String agent, boolean arrived) {
    return new Participant(
        agent,
        arrived,
        arrived ? Optional.of(NOW.minusSeconds(20)) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = ViewTest.class.getResourceAsStream("/monitor/" + name + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 5", "40, 10", "80, 24", "200, 50"})
  void aBusyStore(int columns, int rows) throws IOException {
    assertThat(String.join("\n", screen(busy(), columns, rows)) + "\n")
        .isEqualTo(golden(columns + "x" + rows));
  }

  @Test
  void whereOnlyAsciiArrivesBarsAreAscii() throws IOException {
    List<String> lines = screen(busy(), Controls.initial(), 80, 24, ASCII);
    assertThat(String.join("\n", lines) + "\n")
        .isEqualTo(golden("80x24-ascii"))
        .matches("[\\p{Print}\n]*");
  }

  @Test
  void findingsOfAPoint() throws IOException {
    Finding finding =
        new Finding(
            "missing-agents",
            Severity.INFO,
            "reviewer is missing: 2 of 3 agents have arrived",
            "coder, planner waited for 20 s in generation 7",
            "start reviewer, or let the others go on: sync-diag force review",
            Set.of("reviewer"));
    Picture picture =
        Picture.of("/srv/agents/shared-state")
            .take(
                Sights.diagnosed(
                    new SyncDiagnosis(
                        REVIEW,
                        List.of(
                            participant("coder", true),
                            participant("planner", true),
                            participant("reviewer", false)),
                        List.of(finding),
                        List.of()),
                    REVIEW));
    Controls details = Controls.initial().selecting(Optional.of(id("review"))).onto(Page.DETAILS);
    assertThat(String.join("\n", screen(picture, details, 60, 20, UNICODE)) + "\n")
        .isEqualTo(golden("details"));
    View small = new View(picture, details, NOW, "", new Frame(30, 8), UNICODE);
    assertThat(small.reach().depth()).isPositive();
    List<String> bottom = screen(picture, details.scrolled(small.reach().depth()), 30, 8, UNICODE);
    assertThat(String.join(" ", bottom)).contains("force review");
  }

  @Test
  void whatIsStuckComesFirst() {
    assertThat(
            new View(busy(), Controls.initial(), NOW, "", new Frame(80, 24), UNICODE)
                .reach()
                .shown())
        .extracting(PointId::syncId)
        .containsExactly(
            "nightly-merge", "build", "deploy", "review", "embed/batch-7", "phase1", "phase0");
  }

  @ParameterizedTest
  @CsvSource({"ID,build,review", "AGE,deploy,phase1", "DEADLINE,nightly-merge,phase1"})
  void otherOrders(Sorting sorting, String first, String last) {
    List<PointId> shown =
        new View(busy(), Controls.initial().sorted(sorting), NOW, "", new Frame(80, 24), UNICODE)
            .reach()
            .shown();
    assertThat(shown.get(0)).isEqualTo(id(first));
    assertThat(shown.get(6)).isEqualTo(id(last));
    assertThat(screen(busy(), Controls.initial().sorted(sorting), 80, 24, UNICODE).get(1))
        .endsWith("by " + sorting.toString() + " · every 1s");
  }

  @Test
  void aPointOfARunSaysSo() {
    Picture picture = busy().take(seen(REVIEW, REVIEW.inRun(Optional.of("r7"))));
    assertThat(screen(picture, 80, 24))
        .anyMatch(line -> line.contains("review (run r7)"))
        .anyMatch(line -> line.contains("review         "));
    assertThat(screen(picture, Controls.initial().filtered("r7", false), 80, 24, UNICODE).get(1))
        .startsWith("filter: r7  1 of 2");
  }

  @Test
  void theFilterIsShownAndNarrowsListAndLog() {
    List<String> lines =
        screen(busy(), Controls.initial().filtered("PHASE", true), 80, 24, UNICODE);
    assertThat(lines.get(1)).startsWith("filter: PHASE_  2 of 7");
    assertThat(lines)
        .noneMatch(line -> line.contains("build"))
        .anyMatch(line -> line.contains("phase1"));
    assertThat(lines.get(23)).startsWith("Enter keep  Esc clear");
    assertThat(screen(busy(), Controls.initial().filtered("nix", false), 80, 24, UNICODE))
        .contains("no id contains nix");
  }

  @Test
  void aStoreThatCannotBeReadIsNeverShownAsEmpty() {
    List<String> never = screen(Picture.of("/srv/agents").take(failed("no permission")), 80, 24);
    assertThat(never.get(1)).startsWith("not read yet");
    assertThat(never.get(2)).isEqualTo("! cannot read the store: no permission");
    List<String> later = screen(busy().take(failed("no permission")), 80, 24);
    assertThat(later.get(1)).startsWith("1 overdue of 7 sync points");
    assertThat(later.get(2))
        .isEqualTo("! cannot read the store: no permission; what is shown was read 0s ago");
    assertThat(later).anyMatch(line -> line.contains("nightly-merge"));
    List<String> small = screen(busy().take(failed("no permission")), 40, 6);
    assertThat(small.get(1)).startsWith("! cannot read the store: no permission");
    Problem damage = new Problem("/srv/agents/p.jsonl", "is a directory");
    List<String> damaged = screen(Picture.of("/srv/agents").take(troubled(damage)), 80, 24);
    assertThat(damaged.get(1)).startsWith("no sync point could be read");
    assertThat(damaged.get(2)).isEqualTo("! unreadable: /srv/agents/p.jsonl: is a directory");
  }

  @Test
  void anEmptyStoreIsSaidToBeEmptyOnlyWhenThatIsKnown() {
    assertThat(screen(Picture.of("/srv/agents"), 80, 24).get(1)).startsWith("reading...");
    assertThat(screen(Picture.of("/srv/agents").take(seen()), 80, 24).get(1))
        .startsWith("no sync points yet");
  }

  @ParameterizedTest
  @CsvSource({"20", "40", "80"})
  void aPauseIsAlwaysSaid(int columns) {
    assertThat(screen(busy(), Controls.initial().paused(true), columns, 10, UNICODE).get(1))
        .contains("PAUSED");
  }

  @Test
  void theSelectedPointIsAlwaysOnTheScreen() {
    SyncStatus[] many = new SyncStatus[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = ready("p%02d".formatted(i), "a");
    }
    Picture picture = Picture.of("/srv/agents").take(seen(many));
    for (int rows : new int[] {5, 6, 9, 12, 24, 60}) {
      for (String name : List.of("p00", "p13", "p50", "p99")) {
        List<String> lines =
            screen(picture, Controls.initial().selecting(Optional.of(id(name))), 80, rows, UNICODE);
        assertThat(lines)
            .as("%s at %d", name, rows)
            .anyMatch(line -> line.startsWith("▸") && line.contains(name));
      }
    }
  }

  /** Every size in between as well: no exception, no line too wide, no row too many. */
  @Test
  void everySizeHoldsTogether() {
    Picture picture = busy().take(troubled(new Problem("/x", "東京\u001b[31m".repeat(40)), BUSY));
    for (Page page : Page.values()) {
      Controls controls = Controls.initial().selecting(Optional.of(id("review"))).onto(page);
      for (int columns = 1; columns <= 300; columns += columns < 120 ? 1 : 20) {
        for (int rows : new int[] {1, 2, 4, 5, 7, 9, 12, 15, 24, 80}) {
          screen(picture, controls, columns, rows, COLOUR);
        }
      }
    }
  }

  @Test
  void whatComesFromAStoreCannotDriveTheTerminal() {
    Problem hostile = new Problem("/srv/\u001b]0;x\u0007", "\u001b[2J\u202e");
    Picture picture = Picture.of("/srv/\u001b[2Jagents").take(seen()).take(troubled(hostile));
    String all = String.join("\n", screen(picture, 120, 24));
    assertThat(all).doesNotContain("\u001b", "\u0007", "\u202e").contains("\\u001b[2J");
  }

  @Test
  void coloursOnlyRepeatWhatIsSaid() {
    List<String> plain = screen(busy(), 80, 24);
    List<String> coloured = screen(busy(), Controls.initial(), 80, 24, COLOUR);
    assertThat(coloured.stream().map(ViewTest::bare).map(String::stripTrailing)).isEqualTo(plain);
    assertThat(String.join("", coloured)).contains("\u001b[31m! OVERDUE");
  }

  @ParameterizedTest
  @CsvSource({"0,4,8,0", "1,4,8,2", "1,100,8,1", "99,100,8,7", "4,4,8,8", "0,0,8,8", "3,4,0,0"})
  void barsAreFullOnlyWhenAllAreThere(int there, int all, int width, int filled) {
    assertThat(Bar.ofCount(there, all, width)).isEqualTo(new Bar(filled, width));
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(Widths.of("東京 a\u0301")).isEqualTo(6);
    assertThat(Row.cut("東京都", 4, UNICODE)).isEqualTo("東…");
    assertThat(Row.cutFront("/srv/東京", 4, UNICODE)).isEqualTo("…京");
    assertThat(Wrapping.of("  \u001b[31m東京都 und\u001b[0m so", 8))
        .containsExactly("  \u001b[31m東京都\u001b[0m", "  \u001b[31mund\u001b[0m so");
  }
}
