package io.agentsync.deadlock;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Who waits for whom, one after the other.
 *
 * @param links the waits; of a long chain the first and the last ones only
 * @param gap what stands in words for the waits left out before the last one; empty if none are
 * @param end how it is with the last agent waited for; empty if there is no more to say
 * @param closed whether it ends in a cycle: the last agent waited for waits for others in it
 */
public record Chain(List<Link> links, String gap, String end, boolean closed) {

  private static final int MOST_NAMES = 3;

  public Chain {
    links = List.copyOf(links);
  }

  /**
   * One wait.
   *
   * @param agents who waits, sorted
   * @param syncId where
   * @param awaited for whom
   */
  public record Link(List<String> agents, String syncId, String awaited) {
    public Link {
      agents = List.copyOf(agents);
    }

    private String words() {
      String rest =
          agents.size() > MOST_NAMES ? " and %d more".formatted(agents.size() - MOST_NAMES) : "";
      return "%s%s %s at %s for %s"
          .formatted(
              agents.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")),
              rest,
              agents.size() == 1 ? "waits" : "wait",
              syncId,
              awaited);
    }
  }

  /** Such as {@code a waits at p for b; b waits at q for a}. */
  public String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < links.size(); i++) {
      boolean last = i == links.size() - 1;
      words.append(i == 0 ? "" : "; ").append(last && !gap.isEmpty() ? gap + "; " : "");
      words.append(links.get(i).words());
    }
    return words.append(end.isEmpty() ? "" : "; " + end).toString();
  }

  /** The last agent waited for. */
  public String lastAwaited() {
    return links.get(links.size() - 1).awaited();
  }

  /** The sync point at which that one is missing. */
  public String lastSyncId() {
    return links.get(links.size() - 1).syncId();
  }

  /** Whether somebody who is waited for waits in turn. */
  public boolean indirect() {
    return links.size() > 1;
  }
}
