package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.codec.RecordCodec;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.Space;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Glance;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Removed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which journal counts while others remove, rotate and begin journals in between (J-7). */
class SuccessionTest {

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = new Party("mine", store.scripted(), time);
  private final Party other = new Party("other", store.plain(), time);

  @AfterEach
  void everythingHappened() {
    assertThat(store.playedOut()).isTrue();
  }

  @Test
  void j07_aJournalBegunByWhoLookedBeforeARemovalIsGivenUpByIt() {
    store.before("create", this::othersMeetAndRemove);

    assertCompleted(mine.call("a"), 2);
    assertThat(papers.fold().head()).map(Head::epoch).hasValue(2L);
  }

  @Test
  void j07_soItIsIfItsFirstAppendIsSaidToHaveFailed() {
    store.before("create", this::othersMeetAndRemove).failAfter("append");

    // Its journal does not count, so it asks to append again, and is given the failure.
    assertThat(mine.call("a").failure()).isInstanceOf(StoreException.class);
    assertThat(papers.records()).isEmpty();
    assertCompleted(mine.call("a"), 2);
  }

  @Test
  void j07_aStaleJournalThatIsFoundCountsForNobody() {
    othersMeetAndRemove();
    papers.write(Head.FIRST, Papers.arrival("stale", 1, "b", time.now(), "a", "b"));

    Told<SyncResult> a = mine.call("a", "b");
    assertThat(a.waits()).isTrue();
    assertCompleted(other.call("b", "a"), 2);
    mine.look();
    assertCompleted(a, 2);
  }

  @Test
  void j07_aJournalThatWasFoundEmptyIsJudgedAsSoonAsItIsNot() {
    othersMeetAndRemove();
    store.plain().create(Party.POINT).close();
    assertThat(mine.join("a").failure()).isInstanceOf(UnknownSyncPointException.class);
    papers.write(Head.FIRST, Papers.arrival("stale", 1, "a", time.now(), "a", "b"));

    assertCompleted(mine.call("a"), 2);
  }

  @Test
  void j07_aJournalThatCountedAndWasRemovedSinceIsNotTakenForStale() {
    // The first time it reads the tombstone it has found no journal; the second, it has begun one.
    store.before("tombstone", 2, () -> assertThat(other.remove()).isTrue());

    assertCompleted(mine.call("a"), 1);
    assertThat(papers.records()).isEmpty();
    assertCompleted(mine.call("a"), 2);
  }

  @Test
  void j07_aJournalThatWasFoundEmptyAndIsRemovedWhileItIsJudgedDidCount() {
    store.plain().create(Party.POINT).close();
    assertThat(mine.join("z").failure()).isInstanceOf(UnknownSyncPointException.class);
    othersMeet();
    store.before("tombstone", () -> assertThat(other.remove()).isTrue());

    SyncResult z = mine.call("z").result();
    assertThat(z.generation()).isEqualTo(1);
    assertThat(z.late()).isTrue();
  }

  @Test
  void j07_aJournalRemovedBetweenItsReadingAndTheTombstoneIsLeft() {
    othersMeet();
    store.before("tombstone", () -> assertThat(other.remove()).isTrue());

    assertCompleted(mine.call("a"), 2);
    assertThat(papers.fold().head().map(Head::epoch)).hasValue(2L);
  }

  @Test
  void j07_aJournalThatIsRemovedWhileItIsOpenedIsLeftAsItIs() {
    othersMeet();
    store.after("open", () -> assertThat(other.remove()).isTrue());

    assertCompleted(mine.call("a"), 2);
    assertThat(store.plain().tombstones(Space.of("syncpoints"))).containsExactly(Party.POINT);
  }

  @Test
  void j07_whoFindsAClosedJournalInItsPlaceTakesItAway() {
    leaveClosedJournal();

    assertCompleted(mine.call("a"), 2);
    assertThat(papers.fold().head().map(Head::after)).hasValue(1L);
  }

  @Test
  void j07_whoHoldsAJournalThatSomebodyClosedTakesItAwayToo() {
    assertCompleted(mine.call("a"), 1);
    leaveClosedJournal();

    assertCompleted(mine.call("a"), 2);
    assertThat(papers.fold().head().map(Head::after)).hasValue(1L);
  }

  @Test
  void j07_whoFindsAClosedJournalWhereItWantedToBeginOneTakesItAway() {
    store.before("create", this::leaveClosedJournal);

    assertCompleted(mine.call("a"), 2);
  }

  @Test
  void j07_whoFindsAStaleJournalWhereItWantedToBeginOneTakesItAway() {
    othersMeetAndRemove();
    store.before(
        "create",
        () -> papers.write(Head.FIRST, Papers.arrival("stale", 1, "b", time.now(), "a", "b")));

    assertThat(mine.call("a", "b").waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
    assertThat(papers.fold().open().orElseThrow().missing()).containsExactly("b");
  }

  @Test
  void j07_takingAwayThatFailedIsFinishedByTheNext() {
    leaveClosedJournal();
    store.failBefore("remove");

    assertThat(mine.call("a").failure()).isInstanceOf(StoreException.class);
    assertCompleted(mine.call("a"), 2);
  }

  @Test
  void j07_whoWantedToBeginAJournalAndFindsOneGoesOnInThatOne() {
    store.before("create", () -> assertThat(other.call("b", "a").waits()).isTrue());

    assertCompleted(mine.call("a", "b"), 1);
    assertThat(papers.records(Head.class)).hasSize(1);
    assertThat(papers.records(Arrive.class)).hasSize(2);
  }

  @Test
  void j07_twoWhoBeginTheSameJournalMeetInIt() {
    // Both have found it empty, and both write a head.
    store.before("append", () -> assertThat(other.call("b", "a").waits()).isTrue());

    assertCompleted(mine.call("a", "b"), 1);
    assertThat(papers.records(Head.class)).hasSize(2);
  }

  @Test
  void j07_whoLeavesAJournalReadsItOnceMore() {
    Told<SyncResult> waiting = mine.call("a", "b");
    assertCompleted(other.call("b", "a"), 1);
    assertThat(other.remove()).isTrue();

    mine.look();
    assertCompleted(waiting, 1);
  }

  @Test
  void j07_soItIsIfTheEndAndTheRemovalComeBetweenTwoOfItsCalls() {
    Told<SyncResult> waiting = mine.call("a", "b");
    store.before(
        "stands",
        () -> {
          assertCompleted(other.call("b", "a"), 1);
          assertThat(other.remove()).isTrue();
        });

    mine.look();
    assertCompleted(waiting, 1);
  }

  @Test
  void sp03_whoCompletesAJournalThatIsRemovedBeforeItLooksIsToldSo() {
    assertThat(other.call("b", "a").waits()).isTrue();
    store.after(
        "append",
        () -> {
          other.look();
          assertThat(other.remove()).isTrue();
        });

    assertCompleted(mine.call("a", "b"), 1);
  }

  @Test
  void sp03_whoArrivesAfterTheRemovalIsInTheNextGeneration() {
    othersMeet();
    store.before("append", () -> assertThat(other.remove()).isTrue());

    assertCompleted(mine.call("a"), 2);
    assertThat(papers.records(Arrive.class)).singleElement().extracting("agent").isEqualTo("a");
  }

  @Test
  void sp03_whatEndedInTheJournalThatIsLeftIsToldLate() {
    othersMeet();
    store.before(
        "append",
        () -> {
          assertThat(other.call("b", "a").waits()).isTrue();
          assertThat(other.force().result()).isTrue();
          assertThat(other.remove()).isTrue();
        });

    SyncResult a = mine.call("a", "b").result();
    assertThat(a.generation()).isEqualTo(2);
    assertThat(a.outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(a.late()).isTrue();
  }

  @Test
  void sp03_whatCompletedAndWasCleanedUpIsToldLate_fromHistory() {
    assertThat(other.call("b", "a").waits()).isTrue();
    assertThat(other.force().result()).isTrue();
    assertThat(other.remove()).isTrue();

    SyncResult a = mine.call("a", "b").result();
    assertThat(a.generation()).isEqualTo(1);
    assertThat(a.late()).isTrue();
    assertThat(a.missing()).containsExactly("a");
    assertThat(mine.call("a", "b").waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void sp03_theHistoryIsReadOnceForEachJournal_andOnlyIfSomebodyMayHaveMissedSomething() {
    othersMeetAndRemove();
    assertCompleted(mine.call("a"), 2);
    assertCompleted(mine.call("c"), 3);
    assertThat(store.calls("history")).isEqualTo(1);

    assertCompleted(newcomer().call("a"), 4);
    assertThat(store.calls("history")).isEqualTo(1);
  }

  @Test
  void sp03_aHistoryThatCannotBeReadIsAFailure_forWhoAsksForIt() {
    othersMeetAndRemove();
    store.breakDown("history");

    assertThat(mine.call("a").failure()).hasMessageContaining("history fails on purpose");
    assertCompleted(newcomer().call("a"), 2);
    store.heal();
    assertCompleted(mine.call("b"), 3);
  }

  @Test
  void sp03_whatIsBegunAndGoneWhileSomebodyComesIsToldLate() {
    othersMeetAndRemove();
    // It has found no journal.
    store.before(
        "tombstone",
        () -> {
          assertThat(other.call("b", "a").waits()).isTrue();
          assertThat(other.force().result()).isTrue();
          assertThat(other.remove()).isTrue();
        });

    SyncResult a = mine.call("a", "b").result();
    assertThat(a.generation()).isEqualTo(2);
    assertThat(a.late()).isTrue();
  }

  @Test
  void sp03_whatIsNotYetMovedWhileSomebodyComesIsToldLate() {
    othersMeetAndRemove();
    // It has found no journal; then only the tombstone of the next one is there.
    store.before(
        "tombstone",
        () -> {
          assertThat(other.call("b", "a").waits()).isTrue();
          assertThat(other.force().result()).isTrue();
          leaveClosedJournal();
        });

    SyncResult a = mine.call("a", "b").result();
    assertThat(a.generation()).isEqualTo(2);
    assertThat(a.late()).isTrue();
  }

  @Test
  void j07_twoWhoFindTheSameClosedJournalTakeItAwayOnce() {
    leaveClosedJournal();
    store.before("exclusive", () -> other.carry(new Glance()));

    assertCompleted(mine.call("a"), 2);
  }

  @Test
  void sp16_aRepairIsForTheJournalThatStands_notForTheOneThatWasHeld() {
    assertCompleted(mine.call("z"), 1);
    assertThat(other.remove()).isTrue();
    assertThat(other.call("b", "a").waits()).isTrue();

    assertThat(mine.force().result()).isTrue();
    assertThat(papers.fold().newest().flatMap(Generation::end).map(End::outcome))
        .hasValue(SyncOutcome.FORCED);
  }

  @Test
  void sp02_aDeclaredSpecDoesNotBindWhoStillHoldsAJournalThatWasCleanedUp() {
    mine.declare("a", "b");
    assertThat(mine.force().result()).isTrue();
    assertThat(mine.call("c").result().outcome()).isEqualTo(SyncOutcome.MISMATCH);
    assertThat(other.remove()).isTrue();

    assertCompleted(mine.call("c"), 2);
  }

  @Test
  void sp12_whoWaitsInAJournalThatSomebodyDeletedArrivesInTheNextOne() {
    Told<SyncResult> waiting = mine.call("a", "b");
    try (Journal journal = store.plain().open(Party.POINT).orElseThrow()) {
      store.plain().remove(journal, RecordCodec.encode(Head.FIRST));
    }

    mine.look();
    assertThat(waiting.waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().arrived()).containsExactly("a");
    assertCompleted(other.call("b", "a"), 1);
    mine.look();
    assertCompleted(waiting, 1);
  }

  @Test
  void sp12_whoWatchesDoesNotWaitForSomebodyWhoIsStoppedWhileItRemoves() {
    Told<SyncResult> waiting = mine.call("a", "b");
    leaveAnotherJournalThatIsClosed();
    try (Exclusive held = store.plain().exclusive(StandingJournal.REMOVAL, Duration.ZERO)) {
      mine.look();
      time.advance(StandingJournal.PATIENCE.minusMillis(1));
      mine.look();
      assertThat(waiting.waits()).isTrue();
    }

    mine.look();
    assertThat(waiting.waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
    assertCompleted(other.call("b", "a"), 2);
    mine.look();
    assertCompleted(waiting, 2);
  }

  @Test
  void sp12_whoWaitsForSomebodyWhoIsStoppedWhileItRemovesIsToldSoAfterAWhile() {
    Told<SyncResult> waiting = mine.call("a", "b");
    leaveAnotherJournalThatIsClosed();
    try (Exclusive held = store.plain().exclusive(StandingJournal.REMOVAL, Duration.ZERO)) {
      mine.look();
      time.advance(StandingJournal.PATIENCE);
      mine.look();
    }

    assertThat(waiting.failure()).isInstanceOf(StoreBusyException.class);
  }

  @Test
  void j07_anUnreadableTombstoneIsAFailure_andNothingIsWritten() {
    othersMeet();
    try (Journal journal = store.plain().open(Party.POINT).orElseThrow()) {
      store.plain().remove(journal, "rubbish".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(mine.call("a").failure()).hasMessageContaining("tombstone of syncpoints/p");
    assertThat(papers.records()).isEmpty();
  }

  /** Somebody who begins when all of this has ended. */
  private Party newcomer() {
    time.advance(Duration.ofSeconds(1));
    return new Party("newcomer", store.scripted(), time);
  }

  private void othersMeet() {
    other.call("z").result();
  }

  private void othersMeetAndRemove() {
    othersMeet();
    assertThat(other.remove()).isTrue();
  }

  /** The one that was there is gone, as if somebody had deleted it. */
  private void leaveAnotherJournalThatIsClosed() {
    try (Journal journal = store.plain().open(Party.POINT).orElseThrow()) {
      store.plain().remove(journal, RecordCodec.encode(Head.FIRST));
    }
    leaveClosedJournal();
  }

  /** What somebody leaves who dies between closing a journal and taking it away. */
  private void leaveClosedJournal() {
    if (papers.records().isEmpty()) {
      othersMeet();
    }
    var newest = papers.fold().newest().orElseThrow();
    papers.write(new Removed("closed", newest.number(), newest.nonce(), false, time.now()));
  }

  private static void assertCompleted(Told<SyncResult> told, long generation) {
    assertThat(told.result().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(told.result().generation()).isEqualTo(generation);
    assertThat(told.result().late()).isFalse();
  }
}
