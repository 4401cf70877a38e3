package io.agentsync.cli.render;

import io.agentsync.model.Blocker;
import java.util.ArrayList;
import java.util.List;

/** Whom many agents wait for in the end: for people, for scripts, for programs. */
final class BlockerLines {

  private static final int MOST_LINES = 5;
  private static final int MOST_NAMES = 8;

  private BlockerLines() {}

  /** One line each for the worst, or none at all. */
  static List<String> table(List<Blocker> blockers, Style style) {
    List<String> lines = new ArrayList<>();
    for (Blocker blocker : blockers.subList(0, Math.min(MOST_LINES, blockers.size()))) {
      Tone tone = blocker.deadlock() ? Tone.BAD : Tone.WAITING;
      String mark = blocker.deadlock() ? "Deadlock:" : "Blocker: ";
      lines.add(style.paint(tone, mark) + " " + style.plain(sentence(blocker)));
    }
    if (blockers.size() > MOST_LINES) {
      lines.add(style.plain("and " + Words.count(blockers.size() - MOST_LINES, "more blocker")));
    }
    return lines;
  }

  static List<String> plain(List<Blocker> blockers) {
    return blockers.stream()
        .map(
            each ->
                PlainLine.of(
                    "blocker",
                    each.deadlock() ? "deadlock" : "agent",
                    each.agents(),
                    each.blocked().size(),
                    each.blocked(),
                    each.syncIds(),
                    each.syncId(),
                    each.run()))
        .toList();
  }

  static List<Fields> json(List<Blocker> blockers) {
    return blockers.stream()
        .map(
            each ->
                new Fields()
                    .names("agents", each.agents())
                    .put("run", each.run())
                    .put("deadlock", each.deadlock())
                    .names("blocked", each.blocked())
                    .names("syncPoints", each.syncIds())
                    .put("lookFirstAt", each.syncId()))
        .toList();
  }

  private static String sentence(Blocker blocker) {
    String agents = Words.list(blocker.agents(), MOST_NAMES);
    String where =
        " (at %s%s)"
            .formatted(
                Words.list(blocker.syncIds(), MOST_NAMES),
                blocker.run().map(run -> " in run " + run).orElse(""));
    String others =
        "%s: %s"
            .formatted(
                Words.count(blocker.blocked().size(), "other"),
                Words.list(blocker.blocked(), MOST_NAMES));
    if (!blocker.deadlock()) {
      return "%s blocks %s%s".formatted(agents, others, where);
    }
    return "%s wait for each other%s%s"
        .formatted(agents, blocker.blocked().isEmpty() ? "" : ", and block " + others, where);
  }
}
