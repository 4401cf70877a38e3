package io.agentsync.journal;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where the journals of one kind of thing live, apart for every run.
 *
 * @param kind what kind of thing: a lower-case word such as {@code syncpoints}
 * @param run the run, by the rule of {@link io.agentsync.model.Names}; empty for what is in none
 */
public record Space(String kind, Optional<String> run) implements Comparable<Space> {

  private static final Comparator<Space> ORDER =
      Comparator.comparing(Space::kind).thenComparing(space -> space.run().orElse(""));

  /** The journals of a kind that are in no run. */
  public static Space of(String kind) {
    return new Space(kind, Optional.empty());
  }

  /** The journal of one thing in here. */
  public JournalName journal(String id) {
    return new JournalName(this, id);
  }

  /** A place in words, with the run if there is one, for messages. */
  public String in(String location) {
    return run.map(name -> "run " + name + " of " + location).orElse(location);
  }

  @Override
  public int compareTo(Space other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return run.map(name -> "runs/" + name + "/" + kind).orElse(kind);
  }
}
