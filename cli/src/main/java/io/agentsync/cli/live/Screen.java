package io.agentsync.cli.live;

import io.agentsync.cli.monitor.Frame;
import io.agentsync.cli.monitor.Key;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;

/**
 * A terminal that has been taken over: raw keys, and the alternate screen. Closing gives it back as
 * it was. Signals only leave word here; whoever runs the loop ends it, so that nothing is painted
 * after the terminal has been given back.
 */
final class Screen implements AutoCloseable {

  private final Terminal terminal;
  private final Keyboard keyboard;
  private final Display display;
  private final Attributes before;
  private final Map<String, Object> handlersBefore = new LinkedHashMap<>();
  private final AtomicBoolean repaint = new AtomicBoolean(true);
  private final AtomicBoolean resumed = new AtomicBoolean();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicBoolean terminated = new AtomicBoolean();
  private Frame frame;

  Screen(Terminal terminal) {
    this.terminal = terminal;
    this.keyboard = new Keyboard(terminal.reader());
    this.display = new Display(terminal, true);
    this.frame = measured();
    // Before anything is changed: a signal from now on is followed by giving it all back.
    on("INT", interrupted);
    on("TERM", terminated);
    on("HUP", terminated);
    on("WINCH", repaint);
    on("CONT", resumed);
    terminal.handle(Signal.INT, signal -> interrupted.set(true));
    terminal.handle(Signal.WINCH, signal -> repaint.set(true));
    this.before = terminal.enterRawMode();
    enter();
  }

  boolean interrupted() {
    return interrupted.get();
  }

  boolean terminated() {
    return terminated.get();
  }

  /** Whether everything has to be painted anew, in a room that may be another one. */
  boolean changed() {
    if (resumed.getAndSet(false)) {
      // Whoever had the terminal meanwhile has left it in its own way.
      terminal.enterRawMode();
      enter();
      repaint.set(true);
    }
    if (repaint.getAndSet(false)) {
      frame = measured();
      display.resize(Size.of(frame.columns(), frame.rows()));
      display.clear();
      return true;
    }
    return false;
  }

  Frame frame() {
    return frame;
  }

  void show(List<String> lines) {
    List<AttributedString> painted =
        lines.stream()
            .map(AttributedString::fromAnsi)
            // It may think some characters wider; a line that breaks would spoil all others.
            .map(line -> line.columnSubSequence(0, frame.columns()))
            .toList();
    display.update(painted, 0);
  }

  Optional<Key> key(long patienceMillis) throws IOException {
    return keyboard.next(patienceMillis);
  }

  @Override
  public void close() throws IOException {
    terminal.puts(Capability.cursor_normal);
    // Some terminals bring lines of the other screen back after they have been resized.
    terminal.puts(Capability.clear_screen);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    terminal.setAttributes(before);
    terminal.close();
    handlersBefore.forEach(Signals::unregister);
  }

  private void on(String signal, AtomicBoolean word) {
    handlersBefore.put(signal, Signals.register(signal, () -> word.set(true)));
  }

  private void enter() {
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.flush();
  }

  private Frame measured() {
    Size size = terminal.getSize();
    return Frame.of(size.getColumns(), size.getRows());
  }
}
