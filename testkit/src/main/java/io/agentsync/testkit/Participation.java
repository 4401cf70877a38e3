package io.agentsync.testkit;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call at a sync point, as who made it saw it.
 *
 * @param process in which process's life, in words
 * @param agent for whom
 * @param begunNanos when it was made; comparable with those of all other calls
 * @param told what it was told; empty if its process was killed before
 */
public record Participation(String process, String agent, long begunNanos, Optional<Told> told) {

  /**
   * What a call was told.
   *
   * @param atNanos when
   * @param generation about which generation
   * @param outcome how that ended
   * @param arrived who was there
   * @param missing who was not
   */
  public record Told(
      long atNanos,
      long generation,
      SyncOutcome outcome,
      Set<String> arrived,
      Set<String> missing) {

    /** What a result says, told just now. */
    public static Told of(SyncResult result) {
      return new Told(
          System.nanoTime(),
          result.generation(),
          result.outcome(),
          result.arrived(),
          result.missing());
    }

    /** Whether it is about a generation, not about the call alone. */
    boolean aboutGeneration() {
      return outcome != SyncOutcome.WITHDRAWN && outcome != SyncOutcome.MISMATCH;
    }

    String line() {
      return "told %d %d %s %s %s"
          .formatted(
              atNanos,
              generation,
              outcome,
              String.join(",", arrived) + ";",
              String.join(",", missing) + ";");
    }

    static Told parse(String line) {
      String[] words = line.split(" ", -1);
      return new Told(
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          SyncOutcome.valueOf(words[3]),
          ids(words[4]),
          ids(words[5]));
    }

    private static Set<String> ids(String word) {
      String list = word.substring(0, word.length() - 1);
      return list.isEmpty() ? Set.of() : new TreeSet<>(Set.of(list.split(",", -1)));
    }
  }

  /** The same call, told that. */
  public Participation withTold(Told what) {
    return new Participation(process, agent, begunNanos, Optional.of(what));
  }
}
