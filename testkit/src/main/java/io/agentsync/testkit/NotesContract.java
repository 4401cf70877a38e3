package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a session notes everybody can read, slot by slot, until it is forgotten. */
public interface NotesContract extends StoreOpener {

  /** A note is in its slot, to everybody; what is named anew changes, and the others stay. */
  @Test
  default void note_changesTheSlotsThatAreNamedOnly() {
    try (JournalStore store = open();
        JournalStore other = open();
        Session session = store.openSession(new ManualTime().now())) {
      assertThat(other.notes(session.id())).isEmpty();
      session.note(notes(0, "zero", 1, "one", 4, "four"));
      assertThat(texts(other, session)).containsExactly("zero", "one", "", "", "four");

      session.note(notes(1, "a much longer one"));
      session.note(notes(1, "1", 3, "three"));
      assertThat(texts(other, session)).containsExactly("zero", "1", "", "three", "four");

      session.note(notes(4, ""));
      session.note(new TreeMap<>());
      assertThat(texts(store, session).subList(0, 4)).containsExactly("zero", "1", "", "three");
      assertThat(texts(store, session).stream().skip(4)).containsOnly("");
    }
  }

  /** Two sessions have notes of their own; one that was never seen has none. */
  @Test
  default void note_isOfOneSessionOnly() {
    try (JournalStore store = open();
        Session one = store.openSession(new ManualTime().now());
        Session two = store.openSession(new ManualTime().now())) {
      one.note(notes(0, "mine"));
      two.note(notes(0, "yours"));

      assertThat(texts(store, one)).containsExactly("mine");
      assertThat(texts(store, two)).containsExactly("yours");
      for (String strange : List.of("unknown", "", "..", "../x", "/", "a b", "\0")) {
        assertThat(store.notes(strange)).isEmpty();
      }
    }
  }

  /** A note of any bytes comes back as it was, up to the longest that fits. */
  @Test
  default void note_mayBeAsLongAsTheCell() {
    String longest = "é{\"x\": 1}" + "x".repeat(Session.LONGEST_NOTE - 10);
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now())) {
      session.note(notes(0, longest, 1, "beside it"));
      assertThat(texts(store, session)).containsExactly(longest, "beside it");
    }
  }

  /** A note that breaks the rule is refused, and nothing of that call is written. */
  @Test
  default void note_thatBreaksTheRuleIsRefused() {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now())) {
      session.note(notes(0, "before"));
      List<SortedMap<Integer, byte[]>> wrong =
          List.of(
              notes(0, "x", 1, "x".repeat(Session.LONGEST_NOTE + 1)),
              notes(0, "x", 1, "two\nlines"),
              notes(0, "x", 1, "blank behind "),
              notes(0, "x", Session.MOST_NOTES, "x"),
              notes(-1, "x", 0, "x"));
      for (SortedMap<Integer, byte[]> notes : wrong) {
        assertThatThrownBy(() -> session.note(notes)).isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(texts(store, session)).containsExactly("before");
    }
  }

  /** Ten thousand notes are written in well under a second, and so is one of them afterwards. */
  @Test
  default void note_ofTenThousandSlotsIsQuick() {
    TreeMap<Integer, byte[]> many = new TreeMap<>();
    IntStream.range(0, 10_000).forEach(i -> many.put(i, Records.bytes("{\"n\":" + i + "}")));
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now())) {
      assertThat(
              Stopwatch.bestOfThree(
                  () -> {
                    session.note(many);
                    IntStream.range(0, 100).forEach(i -> session.note(notes(i * 100, "again")));
                  }))
          .isLessThan(Duration.ofSeconds(1));
      assertThat(store.notes(session.id())).hasSize(10_000);
      assertThat(texts(store, session).get(9_999)).isEqualTo("{\"n\":9999}");
      assertThat(texts(store, session).get(9_900)).isEqualTo("again");
    }
  }

  /** What it noted stays readable when it has ended, and goes when it is forgotten. */
  @Test
  default void note_isReadableAfterTheEnd_andGoneWhenForgotten() {
    ManualTime time = new ManualTime();
    try (JournalStore store = open();
        JournalStore other = open()) {
      Session session = store.openSession(time.now());
      session.note(notes(0, "last words", 7, "seven"));
      session.end(time.now());
      session.note(notes(0, "from beyond"));

      assertThat(texts(other, session).get(0)).isEqualTo("last words");
      assertThat(texts(other, session)).hasSize(8);
      other.forgetSession(session.id());
      assertThat(store.notes(session.id())).isEmpty();
    }
  }

  /** Closing takes the notes along, and nothing is noted after it. */
  @Test
  default void note_goesWithAClosedSession() {
    try (JournalStore store = open()) {
      Session session = store.openSession(new ManualTime().now());
      session.note(notes(0, "mine"));
      session.close();
      session.note(notes(0, "from beyond"));

      assertThat(store.notes(session.id())).isEmpty();
      assertThat(store.sessions()).isEmpty();
    }
  }

  /** Whoever reads while notes are rewritten sees each as it was or as it is, or knows it torn. */
  @Test
  default void note_mayBeReadWhileItIsWritten() throws Exception {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now())) {
      Crowd.of(
          2,
          member ->
              () -> {
                for (int i = 0; i < 500; i++) {
                  if (member == 0) {
                    session.note(notes(0, "n=" + i + " n=" + i, 1, "n=" + i + " n=" + i));
                  } else {
                    store.notes(session.id());
                    assertThat(store.probe(session.id())).isEqualTo(Life.ALIVE);
                  }
                }
                return true;
              });
      assertThat(texts(store, session)).containsExactly("n=499 n=499", "n=499 n=499");
    }
  }

  private static List<String> texts(JournalStore store, Session session) {
    return store.notes(session.id()).stream().map(Records::text).toList();
  }

  private static SortedMap<Integer, byte[]> notes(Object... slotsAndTexts) {
    SortedMap<Integer, byte[]> notes = new TreeMap<>();
    List<Object> all = Stream.of(slotsAndTexts).toList();
    for (int i = 0; i < all.size(); i += 2) {
      notes.put((Integer) all.get(i), Records.bytes((String) all.get(i + 1)));
    }
    return notes;
  }
}
