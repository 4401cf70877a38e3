package io.agentsync.cli.render;

import java.util.OptionalInt;

/**
 * How text for people may look where it goes.
 *
 * @param colour whether colours may be used
 * @param unicode whether characters beyond ASCII arrive there
 * @param width columns of the terminal; empty if there is none, or nobody knows
 */
public record Style(boolean colour, boolean unicode, OptionalInt width) {

  /** Text from anywhere, fit to be shown there and coloured by what it means. */
  public String paint(Tone tone, String text) {
    return colour ? tone.paint(shown(text)) : shown(text);
  }

  /** Text from anywhere, fit to be shown there. */
  public String shown(String text) {
    return unicode ? Visible.text(text) : Visible.ascii(text);
  }

  String plain(String text) {
    return paint(Tone.PLAIN, text);
  }
}
