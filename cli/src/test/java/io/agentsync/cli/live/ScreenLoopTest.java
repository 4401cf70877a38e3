package io.agentsync.cli.live;

import static io.agentsync.cli.monitor.Sights.ended;
import static io.agentsync.cli.monitor.Sights.open;
import static io.agentsync.cli.monitor.Sights.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.cli.monitor.Look;
import io.agentsync.cli.monitor.Sights;
import io.agentsync.cli.render.Style;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminal.VirtualTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop on an emulated terminal, with keys as a terminal sends them. */
class ScreenLoopTest {

  private static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
  private static final Pace FAST = new Pace(Optional.of(Duration.ofMillis(10)));

  private final AtomicReference<Look> store =
      new AtomicReference<>(
          seen(
              open("review", 1, "a,b,c", "a,b", 20, 120),
              ended("phase0", 3, "x,y", "x,y", SyncOutcome.COMPLETED, 19)));
  private final TimeSource time = () -> new Moment(Sights.NOW, Optional.empty(), System.nanoTime());
  private VirtualTerminal virtual;
  private Watch watch;

  @BeforeEach
  void open80x24() throws IOException {
    virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 80, 24);
    watch = Watch.begin(focus -> store.get(), FAST);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private CompletableFuture<End> start(Limits limits) {
    Style style = new Style(true, true, OptionalInt.empty());
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new FullScreen(watch, limits, time, style).on(virtual.terminal(), "/srv/agents");
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  private void send(String keys) throws IOException {
    virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  private String shown() {
    ScreenTerminal screen = virtual.screen();
    long[] cells = new long[screen.getColumns() * screen.getRows()];
    screen.dump(cells, new int[2]);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0 && i % screen.getColumns() == 0) {
        text.append('\n');
      }
      int c = ScreenTerminal.cellCodePoint(cells[i]);
      text.appendCodePoint(c == 0 ? ' ' : c);
    }
    return text.toString();
  }

  private void awaitShown(String text) {
    awaitThat(() -> shown().contains(text), text);
  }

  private void awaitThat(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " is not there:\n" + shown());
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static End endOf(CompletableFuture<End> loop) throws Exception {
    return loop.get(30, TimeUnit.SECONDS);
  }

  @Test
  void qGivesTheTerminalBackAsItWas() throws Exception {
    LineDisciplineTerminal terminal = virtual.terminal();
    terminal.writer().print("what was there before");
    terminal.flush();
    String attributes = new Attributes(terminal.getAttributes()).toString();
    CompletableFuture<End> loop = start(NONE);
    awaitShown("▸ ◐ SYNCING");
    assertThat(shown()).doesNotContain("what was there before");
    assertThat(terminal.getAttributes().toString()).isNotEqualTo(attributes);
    send("q");
    assertThat(endOf(loop).cause()).isEqualTo(End.Cause.QUIT);
    assertThat(shown()).contains("what was there before").doesNotContain("SYNCING");
  }

  @Test
  void controlCInterruptsEvenInTheFilter() throws Exception {
    CompletableFuture<End> loop = start(NONE);
    awaitShown("review");
    send("f");
    awaitShown("filter:");
    send("\u0003");
    assertThat(endOf(loop).cause()).isEqualTo(End.Cause.INTERRUPTED);
  }

  @Test
  void aQTypedInTheFilterIsText() throws Exception {
    CompletableFuture<End> loop = start(NONE);
    awaitShown("review");
    send("fq");
    awaitShown("filter: q_  0 of 2");
    send("\u007fre\r");
    awaitShown("filter: re  1 of 2");
    assertThat(loop).isNotDone();
    send("q");
    assertThat(endOf(loop).cause()).isEqualTo(End.Cause.QUIT);
  }

  @Test
  void arrowsSelectAndEscapeIsNotTakenForOne() throws Exception {
    CompletableFuture<End> loop = start(NONE);
    awaitShown("▸ ◐ SYNCING");
    send("\u001b[B");
    awaitShown("▸ ✓ COMPLETED");
    send("\u001bOA");
    awaitShown("▸ ◐ SYNCING");
    send("\u001b[6~");
    awaitShown("▸ ✓ COMPLETED");
    send("\r");
    awaitShown("phase0: reading...");
    send("\u001b");
    awaitShown("▸ ✓ COMPLETED");
    send("?");
    awaitShown("Nothing here changes the store.");
    send("\u001bq");
    assertThat(endOf(loop).cause()).isEqualTo(End.Cause.QUIT);
  }

  @Test
  void newsAreShownAndKeptBackWhilePaused() throws Exception {
    CompletableFuture<End> loop = start(NONE);
    awaitShown("2/3");
    store.set(seen(open("review", 1, "a,b,c,d", "a,b,c", 20, 120)));
    awaitShown("c arrived (3/4)");
    send("p");
    awaitShown("PAUSED");
    store.set(seen(open("later", 1, "a,b", "a", 1, 120)));
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    assertThat(shown()).doesNotContain("later");
    send("p");
    awaitShown("later");
    send("q");
    endOf(loop);
  }

  @Test
  void aStoreThatCannotBeReadForAWhile() throws Exception {
    CompletableFuture<End> loop = start(NONE);
    awaitShown("review");
    Look before = store.get();
    store.set(new Look.Failed(Sights.NOW, new Problem("/srv/agents", "no permission")));
    awaitShown("cannot read the store: no permission");
    assertThat(shown()).contains("review");
    store.set(before);
    awaitShown("can be read again");
    send("q");
    assertThat(endOf(loop).picture().troubled()).isFalse();
  }

  @Test
  void survivesEverySize() throws Exception {
    CompletableFuture<End> loop = start(NONE);
    awaitShown("review");
    for (int[] size : new int[][] {{20, 5}, {300, 80}, {10, 2}, {80, 24}}) {
      virtual.screen().setSize(Size.of(size[0], size[1]));
      virtual.terminal().setSize(Size.of(size[0], size[1]));
      virtual.terminal().raise(Signal.WINCH);
      awaitShown(size[0] < 20 ? "needs 20x5" : "q quit");
      assertThat(loop).isNotDone();
    }
    awaitShown("▸ ◐ SYNCING");
    send("q");
    assertThat(endOf(loop).cause()).isEqualTo(End.Cause.QUIT);
  }

  @Test
  void endsByItselfAfterSoManyLooksOrSoLong() throws Exception {
    assertThat(endOf(start(new Limits(Optional.of(3), Optional.empty()))).cause())
        .isEqualTo(End.Cause.REACHED);
    virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 80, 24);
    Limits shortly = new Limits(Optional.empty(), Optional.of(Duration.ofMillis(200)));
    assertThat(endOf(start(shortly)).cause()).isEqualTo(End.Cause.REACHED);
  }

  @Test
  void afterABugTheTerminalIsGivenBackToo() throws Exception {
    virtual.terminal().writer().print("what was there before");
    virtual.terminal().flush();
    CompletableFuture<End> loop = start(NONE);
    awaitShown("review");
    watch.close();
    RuntimeException bug = new IllegalStateException("a bug");
    watch.fail(bug);
    assertThatThrownBy(() -> endOf(loop)).hasRootCause(bug);
    assertThat(shown()).contains("what was there before");
  }
}
