package io.agentsync.cli.live;

import io.agentsync.cli.render.Style;
import io.agentsync.model.TimeSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/**
 * The live view on the whole terminal. Naming this class loads the terminal library.
 *
 * @param watch where news come from
 * @param limits when to end by itself
 * @param time the present
 * @param style what the terminal can show
 */
public record FullScreen(Watch watch, Limits limits, TimeSource time, Style style) {

  /**
   * Takes over the terminal of this process until it ends.
   *
   * @return empty if it is none that could be taken over, as when keys come from a file
   */
  public Optional<End> run(String store, Charset charset) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .name("sync-diag")
            .system(true)
            .systemOutput(SystemOutput.SysOut)
            .encoding(charset)
            // Otherwise it asks the terminal questions, whose answers may end up in the shell.
            .graphemeCluster(false)
            // Otherwise it warns on a stream of its own that there is no terminal.
            .dumb(true)
            // Otherwise it takes signals away from the JVM that it does not need.
            .nativeSignals(false)
            .build();
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.close();
      return Optional.empty();
    }
    return Optional.of(on(terminal, store));
  }

  End on(Terminal terminal, String store) throws IOException {
    try (Screen screen = new Screen(terminal)) {
      return new ScreenLoop(screen, watch, limits, time, style, store).run();
    }
  }
}
