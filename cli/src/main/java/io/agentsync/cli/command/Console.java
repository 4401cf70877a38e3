package io.agentsync.cli.command;

import io.agentsync.cli.render.Visible;
import io.agentsync.model.TimeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The world around one call of the tool.
 *
 * @param out where data goes
 * @param err where everything else goes
 * @param outIsTerminal whether somebody reads {@code out} on a terminal
 * @param errIsTerminal whether somebody reads {@code err} on a terminal
 * @param charset what text for people is written in
 * @param environment the environment variables
 * @param time the present, for tests; empty for the system's
 */
public record Console(
    OutputStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Charset charset,
    Map<String, String> environment,
    Optional<TimeSource> time) {

  /**
   * Writes data.
   *
   * @throws OutputException if it could not be written, or nobody reads any more
   */
  public void write(String text, Charset as) {
    try {
      out.write(text.getBytes(as));
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Tells the person something, in one line. */
  public void tell(String line) {
    String shown = unicode() ? Visible.text(line) : Visible.ascii(line);
    try {
      err.write((shown + System.lineSeparator()).getBytes(charset));
      err.flush();
    } catch (IOException e) {
      // There is no other place to say that to.
    }
  }

  boolean unicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }
}
