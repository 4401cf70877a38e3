package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs are apart from one another and from what is in none. */
public interface SpacesContract extends StoreOpener {

  /** The same id in two runs and in none are three journals, with three pasts. */
  @Test
  default void spaces_keepTheSameIdApart() {
    List<Space> spaces = List.of(Records.SPACE, run("night"), run("night/2"));
    try (JournalStore store = open()) {
      for (Space space : spaces) {
        try (Journal past = store.create(space.journal("p"))) {
          past.append(Records.of("past of " + space));
          store.remove(past, Records.bytes("tombstone of " + space));
        }
        store.create(space.journal("p")).append(Records.of("present of " + space));
      }
      for (Space space : spaces) {
        JournalName name = space.journal("p");
        assertThat(Records.all(store, name)).containsExactly("present of " + space);
        assertThat(store.tombstone(name).map(Records::text)).hasValue("tombstone of " + space);
        store.history(
            name, past -> assertThat(Records.readOn(past)).containsExactly("past of " + space));
        assertThat(store.list(space)).containsExactly(name);
        assertThat(store.removed(space)).containsExactly(name);
        assertThat(store.tombstones(space)).containsExactly(name);
      }
      assertThat(store.spaces("syncpoints")).containsExactlyElementsOf(spaces);
      assertThat(store.spaces("agents")).isEmpty();
    }
  }

  /** Removing and forgetting in one run leaves the others alone. */
  @Test
  default void spaces_removalIsOfOneRunOnly() {
    try (JournalStore store = open();
        Journal inNone = store.create(Records.POINT);
        Journal inRun = store.create(run("night").journal("point"))) {
      store.remove(inRun, Records.bytes("gone"));
      assertThat(inNone.stands()).isTrue();
      assertThat(store.tombstone(Records.POINT)).isEmpty();

      store.remove(inNone, Records.bytes("gone"));
      store.forgetTombstone(Records.POINT);
      assertThat(store.tombstone(run("night").journal("point"))).isPresent();
    }
  }

  /** A space is found as long as there is anything in it: a journal, a past, a tombstone. */
  @Test
  default void spaces_areFoundWhileThereIsAnythingInThem() {
    Space night = run("night");
    JournalName name = night.journal("p");
    try (JournalStore store = open()) {
      assertThat(store.spaces("syncpoints")).isEmpty();
      Journal journal = store.create(name);
      assertThat(store.spaces("syncpoints")).containsExactly(night);
      store.remove(journal, Records.bytes("gone"));
      assertThat(store.spaces("syncpoints")).containsExactly(night);
      store.prune(Duration.ZERO);
      assertThat(store.spaces("syncpoints")).containsExactly(night);
      store.forgetTombstone(name);
      assertThat(store.spaces("syncpoints")).isEmpty();
    }
  }

  /** Runs are told apart by every character of their names, case among it. */
  @Test
  default void spaces_runsMayHaveAnyName() {
    List<String> runs = List.of("A", "a", "a/b", "a:b", "con", "x.y", "Ab", "aB", "runs");
    try (JournalStore store = open()) {
      runs.forEach(name -> store.create(run(name).journal("p")).append(Records.of(name)));

      assertThat(store.spaces("syncpoints"))
          .containsExactlyElementsOf(runs.stream().map(SpacesContract::run).sorted().toList());
      for (String name : runs) {
        assertThat(Records.all(store, run(name).journal("p"))).containsExactly(name);
      }
    }
  }

  /** A thousand runs are found and listed in the time that a person waits. */
  @Test
  default void spaces_ofAThousandRunsAreFoundInTime() {
    int many = 1000;
    try (JournalStore store = open()) {
      IntStream.range(0, many).forEach(i -> store.create(run("r" + i).journal("p")).close());

      assertThat(
              Stopwatch.bestOfThree(
                  () -> {
                    assertThat(
                            store.spaces("syncpoints").stream()
                                .flatMap(s -> store.list(s).stream()))
                        .hasSize(many);
                  }))
          .isLessThan(Duration.ofSeconds(3));
    }
  }

  private static Space run(String run) {
    return new Space("syncpoints", Optional.of(run));
  }
}
