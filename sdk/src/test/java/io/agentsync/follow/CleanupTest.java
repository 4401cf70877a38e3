package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.SyncState;
import io.agentsync.syncpoint.Head;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a cleanup may forget while others begin and remove (J-7, W-3). */
class CleanupTest {

  private static final Duration LATER = Duration.ofSeconds(1);

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Party other = new Party("other", store.plain(), time);
  private final List<Session> sessions = new ArrayList<>();

  @AfterEach
  void everythingHappened() {
    assertThat(store.playedOut()).isTrue();
    sessions.forEach(Session::close);
  }

  @Test
  void j07_aTombstoneGoesWhenNobodyLivesWhoMayHaveLookedBeforeIt() {
    meetAndRemove();
    begin();

    assertThat(ids(clean())).containsExactly("tombstone p");
    assertThat(store.plain().tombstone(Party.POINT)).isEmpty();
  }

  @Test
  void j07_aTombstoneStaysWhileSomebodyLivesWhoMayHaveLookedBeforeIt() {
    begin();
    meetAndRemove();

    assertThat(clean().removed()).isEmpty();
    assertThat(store.plain().tombstone(Party.POINT)).isPresent();
  }

  @Test
  void j07_soItDoesForASessionThatBeginsWhileTheCleanupLooks() {
    store.after(
        "sessions",
        () -> {
          begin();
          meetAndRemove();
        });

    assertThat(clean().removed()).isEmpty();
    assertThat(store.plain().tombstone(Party.POINT)).isPresent();
  }

  @Test
  void j07_nobodyRemovesWhileTombstonesAreForgotten() {
    meetAndRemove();
    other.call("z").result();
    store.before(
        "forgetTombstone",
        () -> assertThatThrownBy(other::remove).isInstanceOf(StoreBusyException.class));

    assertThat(ids(clean())).containsExactly("tombstone p");
    assertThat(other.remove()).isTrue();
    assertThat(store.plain().tombstone(Party.POINT)).isPresent();
  }

  @Test
  void w03_whileSomebodyRemovesTheTombstonesStay() {
    meetAndRemove();
    CleanupReport report;
    try (Exclusive held = store.plain().exclusive(StandingJournal.REMOVAL, Duration.ZERO)) {
      report = clean();
    }

    assertThat(report.removed()).isEmpty();
    assertThat(report.skipped()).extracting(CleanupReport.Item::id).containsExactly("tombstones");
    assertThat(store.plain().tombstone(Party.POINT)).isPresent();
  }

  @Test
  void w03_aTombstoneThatCannotBeReadStaysAndIsNamed() {
    meetAndRemove();
    try (Journal journal = store.plain().create(Party.POINT)) {
      store.plain().remove(journal, "rubbish".getBytes(StandardCharsets.UTF_8));
    }

    CleanupReport report = clean();
    assertThat(report.removed()).isEmpty();
    assertThat(report.problems())
        .singleElement()
        .extracting(Problem::path)
        .asString()
        .contains("tombstone of syncpoints/p");
    assertThat(store.plain().tombstone(Party.POINT)).isPresent();
  }

  @Test
  void j07_whoeverComesAfterATombstoneWasForgottenBeginsAtOne() {
    meetAndRemove();
    clean();

    Party newcomer = new Party("newcomer", store.plain(), time);
    assertThat(newcomer.call("a", "b").waits()).isTrue();
    assertThat(new Papers(store.plain()).fold().head()).hasValue(Head.FIRST);
  }

  private void meetAndRemove() {
    time.advance(LATER);
    other.call("z").result();
    assertThat(other.remove()).isTrue();
    time.advance(LATER);
  }

  private void begin() {
    sessions.add(store.plain().openSession(time.now()));
  }

  /** Nothing is wanted but that leftovers go. */
  private CleanupReport clean() {
    CleanupOptions none = new CleanupOptions(Duration.ofDays(1), Set.of(SyncState.ERROR), false);
    return new Cleanup(
            store.scripted(),
            List.of(Party.POINT.space()),
            none,
            () -> {
              throw new AssertionError("nothing has to be written");
            },
            time.now())
        .run();
  }

  private static List<String> ids(CleanupReport report) {
    return report.removed().stream().map(CleanupReport.Item::id).toList();
  }
}
