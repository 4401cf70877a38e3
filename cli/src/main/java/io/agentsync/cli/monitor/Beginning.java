package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Fields;
import io.agentsync.cli.render.PlainLine;
import io.agentsync.cli.render.Report;
import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first line of all: whose changes these are.
 *
 * @param at when it began to look
 * @param store where it looks
 */
public record Beginning(Instant at, String store) implements Report {

  @Override
  public List<String> table(Style style) {
    return List.of(
        style.paint(Tone.MUTED, Fields.iso(at)) + "  " + style.paint(Tone.MUTED, words()));
  }

  @Override
  public List<String> plain() {
    return List.of(
        PlainLine.of(
            Fields.iso(at),
            "began",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            words(),
            Optional.empty()));
  }

  @Override
  public Fields json() {
    return Fields.versioned()
        .put("at", Fields.iso(at))
        .put("event", "began")
        .put("id", Optional.empty())
        .put("run", Optional.empty())
        .put("generation", Optional.empty())
        .names("agents", List.of())
        .put("message", words())
        .put("store", store);
  }

  private String words() {
    return "watching " + store;
  }
}
