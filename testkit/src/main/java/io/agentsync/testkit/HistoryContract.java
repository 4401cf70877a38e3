package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was removed can be looked up until it is pruned: whole, and in order. */
public interface HistoryContract extends StoreOpener {

  /** Removed journals are shown oldest first, whole, and to everybody; the standing one is not. */
  @Test
  default void history_showsRemovedJournalsOldestFirstAndWhole() {
    try (JournalStore store = open();
        JournalStore other = open()) {
      for (int i = 1; i <= 12; i++) {
        removed(store, POINT, i + " one", i + " two", i + " three");
      }
      store.create(POINT).append(Records.of("standing"));

      List<List<String>> shown = shown(other, POINT);
      assertThat(shown).hasSize(12);
      for (int i = 1; i <= 12; i++) {
        assertThat(shown.get(i - 1)).containsExactly(i + " one", i + " two", i + " three");
      }
      assertThat(other.removed(Records.SPACE)).containsExactly(POINT);
    }
  }

  /** Who reads a journal in history may name it, and looking changes nothing. */
  @Test
  default void history_journalsDoNotStand_andStayAfterLooking() {
    try (JournalStore store = open()) {
      removed(store, POINT, "one");
      for (int i = 0; i < 2; i++) {
        List<String> places = new ArrayList<>();
        store.history(
            POINT,
            past -> {
              assertThat(past.name()).isEqualTo(POINT);
              places.add(past.place());
            });
        assertThat(places).hasSize(1);
      }
      assertThat(store.open(POINT)).isEmpty();
    }
  }

  /** Where nothing was removed there is no history. */
  @Test
  default void history_isEmptyWhereNothingWasRemoved() {
    try (JournalStore store = open()) {
      assertThat(shown(store, POINT)).isEmpty();
      assertThat(store.removed(Records.SPACE)).isEmpty();
      store.create(POINT).append(Records.of("standing"));
      assertThat(shown(store, POINT)).isEmpty();
      assertThat(store.removed(Records.SPACE)).isEmpty();
    }
  }

  /** What was pruned is gone; the tombstone, and what stands, stay. */
  @Test
  default void history_prunedIsGone() {
    try (JournalStore store = open()) {
      removed(store, POINT, "one");
      removed(store, POINT, "two");
      removed(store, Records.point("another"), "three");
      Journal standing = store.create(POINT);
      assertThat(store.removed(Records.SPACE)).containsExactly(Records.point("another"), POINT);

      assertThat(store.prune(Duration.ZERO)).hasSize(3);
      assertThat(shown(store, POINT)).isEmpty();
      assertThat(store.removed(Records.SPACE)).isEmpty();
      assertThat(store.tombstone(POINT)).isPresent();
      assertThat(standing.stands()).isTrue();

      store.remove(standing, Records.bytes("gone"));
      assertThat(shown(store, POINT)).hasSize(1);
    }
  }

  /** What its reader throws comes out as it is. */
  @Test
  default void history_passesOnWhatItsReaderThrows() {
    try (JournalStore store = open()) {
      removed(store, POINT, "one");
      assertThatThrownBy(
              () ->
                  store.history(
                      POINT,
                      past -> {
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("on purpose");
    }
  }

  /** Whoever looks while journals are removed and pruned finds whole ones, in order. */
  @Test
  default void history_mayBeLookedAtWhileItChanges() throws Exception {
    try (JournalStore store = open()) {
      Crowd.of(
          3,
          member ->
              () -> {
                for (int i = 0; i < 40; i++) {
                  switch (member) {
                    case 0 -> removed(store, POINT, "%03d a".formatted(i), "%03d b".formatted(i));
                    case 1 -> assertWholeAndInOrder(shown(store, POINT));
                    default -> store.prune(Duration.ZERO);
                  }
                }
                return true;
              });
    }
  }

  private static void assertWholeAndInOrder(List<List<String>> shown) {
    assertThat(shown).allSatisfy(journal -> assertThat(journal).hasSize(2));
    assertThat(shown.stream().map(journal -> journal.get(0))).isSorted();
  }

  private static void removed(JournalStore store, JournalName name, String... records) {
    try (Journal journal = store.create(name)) {
      journal.append(Records.of(records));
      store.remove(journal, Records.bytes("gone"));
    }
  }

  private static List<List<String>> shown(JournalStore store, JournalName name) {
    List<List<String>> shown = new ArrayList<>();
    store.history(name, past -> shown.add(Records.readOn(past)));
    return shown;
  }
}
