package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.Check;
import io.agentsync.model.Check.Grade;
import io.agentsync.model.Finding;
import io.agentsync.model.StoryLine;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStory;
import io.agentsync.model.UnknownSyncPointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store tells of a sync point, and of itself. */
class StoryTest {

  private static final Set<String> AB = Set.of("a", "b");

  @TempDir private Path directory;
  private AgentSynchronizer sync;

  @BeforeEach
  void open() {
    sync = AgentSynchronizer.open(directory);
  }

  @AfterEach
  void close() {
    sync.close();
  }

  @Test
  void aMeetingIsToldInOrder() {
    meet("p");

    SyncStory story = sync.story("p");

    assertThat(story.outcome()).contains(SyncOutcome.COMPLETED);
    assertThat(whats(story)).containsExactly("journal", "arrive", "arrive", "outcome", "ended");
    assertThat(story.lines()).allMatch(StoryLine::counts);
    assertThat(story.lines().get(1).who()).contains("a");
    assertThat(story.lines().get(1).meaning())
        .isEqualTo("opens it and arrives, 1 of 2: it needs a, b within 30 s");
    assertThat(story.lines().get(3).meaning()).isEqualTo("COMPLETED: a, b are there");
    assertThat(story.lines().get(3).offset()).isPresent();
  }

  @Test
  void whatWasCleanedUpIsToldFromHistory() {
    meet("p");
    sync.cleanupSyncPoint("p");
    CompletableFuture<?> unused = sync.joinOrCreateSyncPoint("p", "a", AB);

    SyncStory story = sync.story("p");

    assertThat(story.outcome()).isEmpty();
    assertThat(whats(story))
        .containsExactly(
            "journal", "arrive", "arrive", "outcome", "ended", "removed", "journal", "arrive",
            "open");
    assertThat(story.lines().get(6).meaning()).isEqualTo("journal 2 begins after generation 1");
    assertThat(story.lines().get(8).meaning()).isEqualTo("has not ended: b is missing");
  }

  @Test
  void aDiagnosisOfWhatWasCleanedUpIsFromHistory() {
    meet("p");
    sync.cleanupSyncPoint("p");

    assertThat(sync.diagnoseSyncIssues("p").healthy()).isTrue();
    assertThat(sync.diagnoseSyncIssues("p").findings())
        .extracting(Finding::code)
        .containsExactly("cleaned-up");
    assertThat(sync.diagnoseSyncIssues("p").status().generation()).isEqualTo(1);
    assertThatThrownBy(() -> sync.getSyncStatus("p")).isInstanceOf(UnknownSyncPointException.class);
  }

  @Test
  void damageIsToldInItsPlace() throws IOException {
    CompletableFuture<?> unused = sync.joinOrCreateSyncPoint("p", "a", AB);
    Files.writeString(journal("p"), "\nno record\n", StandardOpenOption.APPEND);
    sync.forceCompleteSync("p", "because");

    SyncStory story = sync.story("p");

    assertThat(whats(story))
        .startsWith("journal", "arrive", "damaged", "force", "outcome")
        .last()
        .isEqualTo("ended");
    assertThat(story.damaged()).hasSize(1);
    assertThat(story.lines().get(2).meaning()).contains("p.jsonl", "the record at byte", "nobody");
    assertThat(story.lines().get(3).meaning()).isEqualTo("lets those who wait go on: because");
    assertThat(story.lines().get(3).who()).contains(System.getProperty("user.name"));
  }

  @Test
  void aHistoryThatCannotBeReadDoesNotHideTheRest() throws IOException {
    meet("p");
    sync.cleanupSyncPoint("p");
    meet("p");
    Path history = directory.resolve("history").resolve("syncpoints").resolve("p");
    Files.delete(history.resolve("1.jsonl"));
    Files.createDirectory(history.resolve("1.jsonl"));

    SyncStory story = sync.story("p");

    assertThat(story.unreadable()).hasSize(1);
    assertThat(story.outcome()).contains(SyncOutcome.COMPLETED);
    assertThat(whats(story)).contains("arrive", "unreadable");
  }

  @Test
  void whatWasNeverHeardOfIsUnknown() {
    assertThatThrownBy(() -> sync.story("p")).isInstanceOf(UnknownSyncPointException.class);
    assertThatThrownBy(() -> sync.diagnoseSyncIssues("p"))
        .isInstanceOf(UnknownSyncPointException.class);
  }

  @Test
  void aGoodStoreIsFitAndLeftAsItWas() throws IOException {
    meet("p");
    List<Path> before = files();

    List<Check> checks = sync.checkUp();

    assertThat(checks)
        .extracting(Check::name)
        .containsExactly(
            "file-system",
            "permissions",
            "space",
            "settings",
            "bells",
            "writing",
            "locks",
            "leftovers",
            "clock",
            "journals",
            "tombstones",
            "sessions",
            "agents");
    assertThat(checks).noneMatch(check -> check.grade() == Grade.PROBLEM);
    assertThat(found(checks, "locks").found()).contains("was refused");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void damageAndBadModesAreProblemsWithAWayOut() throws IOException {
    meet("p");
    Files.writeString(journal("p"), "\nno record\n", StandardOpenOption.APPEND);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

    List<Check> checks = sync.checkUp();

    assertThat(found(checks, "journals").grade()).isEqualTo(Grade.PROBLEM);
    assertThat(found(checks, "journals").found()).contains("p.jsonl", "byte");
    assertThat(found(checks, "permissions").remedy())
        .isEqualTo(Optional.of("chmod o-w " + directory));
  }

  private static Check found(List<Check> checks, String name) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted().toList();
    }
  }

  private Path journal(String id) {
    return directory.resolve("syncpoints").resolve(id + ".jsonl");
  }

  private static List<String> whats(SyncStory story) {
    return story.lines().stream().map(StoryLine::what).toList();
  }

  private void meet(String point) {
    CompletableFuture<?> a = sync.joinOrCreateSyncPoint(point, "a", AB);
    sync.joinOrCreateSyncPoint(point, "b", AB).join();
    a.join();
  }
}
