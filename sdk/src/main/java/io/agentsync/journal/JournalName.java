package io.agentsync.journal;

/**
 * The name of a journal.
 *
 * @param space what kind of thing it belongs to: a lower-case word such as {@code syncpoints}
 * @param id the name of that thing, by the rule of {@link io.agentsync.model.Names}
 */
public record JournalName(String space, String id) implements Comparable<JournalName> {

  @Override
  public int compareTo(JournalName other) {
    int bySpace = space.compareTo(other.space);
    return bySpace != 0 ? bySpace : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return space + "/" + id;
  }
}
