package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Glance;
import io.agentsync.syncpoint.Timeout;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever comes back at once arrives without looking first, and is told the same all the same. */
class UnseenArrivalTest {

  private static final Duration LATER = Duration.ofMillis(10);

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = new Party("mine", store.scripted(), time);
  private final Party other = new Party("other", store.plain(), time);

  @Test
  void j03_whoComesBackAtOnceReadsOnceOnly_andLaterTwice() {
    mine.call("a").result();

    int before = store.calls("read");
    mine.call("a").result();
    int atOnce = store.calls("read") - before;
    time.advance(LATER);
    mine.call("a").result();
    int later = store.calls("read") - before - atOnce;

    assertThat(later).isEqualTo(atOnce + 2);
    assertThat(papers.fold().nextNumber()).isEqualTo(4);
  }

  @Test
  void j03_inARoundThatHasBegunMeanwhileItCounts() {
    meet();
    Told<SyncResult> b = other.call("b", "a");
    assertThat(b.waits()).isTrue();

    assertThat(mine.call("a", "b").result().generation()).isEqualTo(2);
    other.look();
    assertThat(b.result().success()).isTrue();
    assertThat(papers.records(Arrive.class)).hasSize(4);
  }

  @Test
  void sp03_inARoundThatHasEndedMeanwhileItIsVoid_andThatRoundAnswers() {
    meet();
    other.call("b", "a");
    assertThat(other.force().result()).isTrue();

    SyncResult late = mine.call("a", "b").result();
    assertThat(late.generation()).isEqualTo(2);
    assertThat(late.late()).isTrue();
    assertThat(papers.fold().open()).isEmpty();
  }

  @Test
  void j07_inAJournalThatWasRemovedMeanwhileItIsVoid_andTheNextOneIsFound() {
    meet();
    assertThat(other.remove()).isTrue();

    Told<SyncResult> a = mine.call("a", "b");
    assertThat(a.waits()).isTrue();
    assertThat(other.call("b", "a").result().generation()).isEqualTo(2);
    mine.look();
    assertThat(a.result().generation()).isEqualTo(2);
  }

  @Test
  void sp02_whatItWouldBeRefusedForIsLookedAtFirst() {
    meet();
    other.declare("a", "c");

    SyncResult refused = mine.call("a", "b").result();
    assertThat(refused.outcome()).isEqualTo(SyncOutcome.MISMATCH);
    assertThat(refused.generation()).isEqualTo(2);
  }

  @Test
  void sp12_whatItKnowsToBeOverdueIsEndedFirst() {
    mine.call("a", "b");
    time.advance(Party.TIMEOUT.minusMillis(1));
    other.look();
    mine.look();
    time.advance(Duration.ofMillis(1));

    assertThat(mine.call("b", "a").waits()).isTrue();
    assertThat(papers.records(Timeout.class)).hasSize(1);
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void sp12_afterAFailureItLooksFirst() {
    mine.call("a").result();
    store.breakDown("append", "read");
    assertThat(mine.call("a").failure()).isInstanceOf(StoreException.class);
    store.heal();
    store.breakDown("read");

    assertThat(mine.call("a").failure()).hasMessageContaining("read fails on purpose");
    assertThat(papers.records(Arrive.class)).hasSize(1);
  }

  @Test
  void sp04_twoThatComeBackTogetherMeet() {
    Told<SyncResult> first = mine.call("a", "b");
    mine.call("b", "a").result();
    first.result();

    Told<SyncResult> second = mine.call("a", "b");
    assertThat(mine.call("b", "a").result().generation()).isEqualTo(2);
    assertThat(second.result().generation()).isEqualTo(2);
  }

  @Test
  void j03_thoseWhoComeBackTogetherAppendOnce_andReadOnce() {
    threeMeetHere();

    int appends = store.calls("append");
    int reads = store.calls("read");
    Told<SyncResult> a = mine.leave("a", "b", "c");
    Told<SyncResult> b = mine.leave("b", "a", "c");
    assertThat(mine.call("c", "a", "b").result().generation()).isEqualTo(2);

    assertThat(a.result().generation()).isEqualTo(2);
    assertThat(b.result().generation()).isEqualTo(2);
    // The second append announces the end.
    assertThat(store.calls("append") - appends).isEqualTo(2);
    // Until there is nothing more to read.
    assertThat(store.calls("read") - reads).isEqualTo(2);
  }

  @Test
  void j03_whereAnAppendTakesLong_thoseItToldComeBackAtOnceAllTheSame() {
    mine.call("a", "b");
    store.before("append", () -> time.advance(LATER));
    mine.call("b", "a").result();

    int reads = store.calls("read");
    mine.call("a", "b");

    // It is read back, until there is nothing more; but not before.
    assertThat(store.calls("read") - reads).isEqualTo(2);
  }

  @Test
  void j05_whoSaysTooMuchIsRefusedAlone() {
    threeMeetHere();

    Told<SyncResult> a = mine.leave("a", "b", "c");
    Told<SyncResult> b = mine.leaveSaying("x".repeat(300_000), "b", "a", "c");
    Told<SyncResult> c = mine.call("c", "a", "b");

    assertThat(b.failure()).isInstanceOf(InvalidRequestException.class);
    assertThat(mine.call("b", "a", "c").result().generation()).isEqualTo(2);
    assertThat(a.result().generation()).isEqualTo(2);
    assertThat(c.result().generation()).isEqualTo(2);
  }

  @Test
  void w01_whoIsRungAtReadsForThatOnly_andWhoCallsMeanwhileReadsAll() {
    meet();
    Told<SyncResult> again = mine.call("a", "b");
    other.call("b", "a").result();

    int rung = store.calls("readRung");
    mine.hear();
    assertThat(again.result().generation()).isEqualTo(2);
    assertThat(store.calls("readRung") - rung).isEqualTo(1);

    time.advance(LATER);
    Told<SyncResult> third = mine.leave("a", "b");
    mine.hear();
    assertThat(third.waits()).isTrue();
    assertThat(store.calls("readRung") - rung).isEqualTo(1);
  }

  @Test
  void j03_whoComesBackWithOneThatAsksForMoreIsNotHeldUpByIt() {
    meet();
    Told<SyncResult> a = mine.leave("a", "b");
    store.before("read", () -> assertThat(papers.records(Arrive.class)).hasSize(3));
    assertThat(mine.carry(new Glance()).result()).isTrue();

    assertThat(store.playedOut()).isTrue();
    assertThat(a.waits()).isTrue();
    other.call("b", "a").result();
    mine.look();
    assertThat(a.result().generation()).isEqualTo(2);
  }

  private void threeMeetHere() {
    Told<SyncResult> first = mine.call("a", "b", "c");
    mine.call("b", "a", "c");
    mine.call("c", "a", "b").result();
    first.result();
  }

  private void meet() {
    Told<SyncResult> a = mine.call("a", "b");
    other.call("b", "a").result();
    mine.look();
    assertThat(a.result().success()).isTrue();
  }
}
