package io.agentsync.journal;

import java.util.Comparator;

/**
 * The name of a journal.
 *
 * @param space what it is beside
 * @param id the name of the thing it belongs to, by the rule of {@link io.agentsync.model.Names}
 */
public record JournalName(Space space, String id) implements Comparable<JournalName> {

  private static final Comparator<JournalName> ORDER =
      Comparator.comparing(JournalName::space).thenComparing(JournalName::id);

  @Override
  public int compareTo(JournalName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return space + "/" + id;
  }
}
