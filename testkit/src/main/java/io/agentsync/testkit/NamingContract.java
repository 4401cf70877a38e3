package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static io.agentsync.testkit.Records.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name stands for at most one journal, and different names for different ones. */
public interface NamingContract extends StoreOpener {

  /** Nothing stands where nothing was created, and looking creates nothing. */
  @Test
  default void open_saysThatThereIsNone() {
    try (JournalStore store = open()) {
      assertThat(store.open(POINT)).isEmpty();
      assertThat(store.list(Records.SPACE)).isEmpty();
      assertThat(store.open(POINT)).isEmpty();
    }
  }

  /** A store that has a journal exists. */
  @Test
  default void exists_onceThereIsAJournal() {
    try (JournalStore store = open();
        JournalStore other = open();
        Journal journal = store.create(POINT)) {
      assertThat(store.exists()).isTrue();
      assertThat(other.exists()).isTrue();
      assertThat(other.locationExists()).isTrue();
      assertThat(other.durability()).isEqualTo(store.durability());
      assertThat(store.location()).isNotBlank();
      assertThat(journal.place()).isNotBlank();
      assertThat(journal.name()).isEqualTo(POINT);
    }
  }

  /** Creating what stands opens it. */
  @Test
  default void create_givesTheOneThatStands() {
    try (JournalStore store = open();
        Journal first = store.create(POINT);
        Journal second = store.create(POINT)) {
      second.append(Records.of("one"));

      assertThat(first.stands()).isTrue();
      assertThat(Records.readOn(first)).containsExactly("one");
    }
  }

  /** Whoever is first, all get the same journal. */
  @Test
  default void create_sameNameByManyThreadsIsOneJournal() throws Exception {
    for (int round = 0; round < 20; round++) {
      JournalName name = point("round-" + round);
      Crowd.of(4, writer -> () -> createAndAppend(name, "w" + writer));

      try (JournalStore store = open()) {
        assertThat(Records.all(store, name)).containsExactlyInAnyOrder("w0", "w1", "w2", "w3");
      }
    }
  }

  /** Names that a file system may take for the same are two. */
  @Test
  default void ids_thatDifferInCaseAreTwoJournals() {
    assertApart(List.of("build", "Build", "BUILD", "builD"));
  }

  /** Names of every allowed shape stand side by side and are listed as they are. */
  @Test
  default void ids_ofEveryShapeAreApart() {
    assertApart(
        List.of(
            "a/b",
            "a:b",
            "a.b",
            "a@b",
            "a+b",
            "a-b",
            "_",
            "0",
            "CON",
            "con",
            "nul.txt",
            "a.",
            "a",
            "a/",
            "a//b",
            "a/.",
            "a/..",
            "x.jsonl",
            "x.tmp",
            "x".repeat(128),
            "X".repeat(128)));
  }

  /** The same id in two spaces names two journals. */
  @Test
  default void spaces_areApart() {
    JournalName other = Space.of("agents").journal(POINT.id());
    try (JournalStore store = open();
        Journal journal = store.create(POINT);
        Journal elsewhere = store.create(other)) {
      journal.append(Records.of("one"));

      assertThat(elsewhere.read()).isEmpty();
      assertThat(store.list(Space.of("agents"))).containsExactly(other);
      assertThat(store.list(Records.SPACE)).containsExactly(POINT);
    }
  }

  /** A space in which nothing was created has no names. */
  @Test
  default void list_ofAnUnknownSpaceIsEmpty() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      assertThat(journal.stands()).isTrue();
      assertThat(store.list(Space.of("nowhere"))).isEmpty();
      assertThat(store.tombstones(Space.of("nowhere"))).isEmpty();
    }
  }

  /** Names are listed sorted. */
  @Test
  default void list_isSorted() {
    try (JournalStore store = open()) {
      for (String id : List.of("b", "a", "C", "a/b", "10", "9")) {
        store.create(point(id)).close();
      }
      assertThat(store.list(Records.SPACE)).hasSize(6).isSorted();
    }
  }

  private void assertApart(List<String> ids) {
    try (JournalStore store = open();
        JournalStore other = open()) {
      for (String id : ids) {
        try (Journal journal = store.create(point(id))) {
          journal.append(Records.of("of " + id));
        }
      }
      for (String id : ids) {
        assertThat(Records.all(other, point(id))).containsExactly("of " + id);
      }
      assertThat(other.list(Records.SPACE).stream().map(JournalName::id))
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private boolean createAndAppend(JournalName name, String record) {
    try (JournalStore store = open();
        Journal journal = store.create(name)) {
      return journal.append(Records.of(record));
    }
  }
}
