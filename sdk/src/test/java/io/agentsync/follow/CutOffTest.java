package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.StoreUnreachableException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Glance;
import io.agentsync.syncpoint.Timeout;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is cut off for a while holds everybody up, and fails nobody before his time. */
class CutOffTest {

  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = new Party("mine", store.scripted(), time);
  private final Party other = new Party("other", store.plain(), time);

  @Test
  void sp12_whoCallsWhileItIsCutOffGoesOnWhenItIsBack() {
    store.cutOff();
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(OUTAGE.minus(MOMENT));
    mine.look();
    assertThat(a.waits()).isTrue();

    store.heal();
    Told<SyncResult> b = other.call("b", "a");
    mine.look();
    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    other.look();
    assertThat(b.result().success()).isTrue();
  }

  @Test
  void sp12_whoCallsIsToldWhenItHasBeenCutOffForLong_andWhoComesLaterAtOnce() {
    store.cutOff();
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(OUTAGE);
    mine.look();
    assertThat(a.failure())
        .isInstanceOf(StoreUnreachableException.class)
        .hasMessageContaining("host:1");

    assertThat(mine.call("b", "a").failure()).isInstanceOf(StoreUnreachableException.class);
  }

  @Test
  void sp12_whoWaitsWhileItIsCutOffIsToldShortlyAfterItsDeadline_andWhoCameMeanwhileToo() {
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(Party.TIMEOUT.minus(GRACE));
    store.cutOff();
    Told<SyncResult> b = mine.call("b", "a");
    time.advance(GRACE.plus(GRACE).minus(MOMENT));
    mine.look();
    assertThat(a.waits()).isTrue();
    assertThat(b.waits()).isTrue();

    time.advance(MOMENT);
    mine.look();
    assertThat(a.failure()).isInstanceOf(StoreUnreachableException.class);
    assertThat(b.failure()).isInstanceOf(StoreUnreachableException.class);
    assertThat(papers.fold().open()).isPresent();
  }

  @Test
  void sp12_whoWaitsGoesOnWaitingThroughALongOutage() {
    Told<SyncResult> a = mine.call("a", "b");
    store.cutOff();
    mine.look();
    time.advance(OUTAGE.plus(OUTAGE));
    mine.look();
    assertThat(a.waits()).isTrue();

    store.heal();
    other.call("b", "a");
    mine.look();
    assertThat(a.result().success()).isTrue();
  }

  @Test
  void sp12_aNewOutageIsBorneAsLongAsTheFirst() {
    store.cutOff();
    mine.call("a", "b");
    time.advance(OUTAGE.minus(MOMENT));
    store.heal();
    mine.look();
    store.cutOff();
    Told<SyncResult> b = mine.call("b", "a");
    time.advance(OUTAGE.minus(MOMENT));
    mine.look();
    assertThat(b.waits()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"open", "create", "tombstone", "read", "append", "stands", "history", "sessions"})
  void j06_whateverWasAskedForWhenItWasCutOff_isDoneOnce(String call) {
    store.loseAnswer(call);
    Told<SyncResult> a = mine.call("a", "b");
    mine.look();
    assertThat(a.waits()).isTrue();

    Told<SyncResult> b = mine.call("b", "a");
    mine.look();
    assertThat(a.result().generation()).isEqualTo(1);
    assertThat(b.result().success()).isTrue();
    assertThat(papers.records(Arrive.class)).extracting(Arrive::op).doesNotHaveDuplicates();
    assertThat(papers.records(Arrive.class)).hasSize(2);
  }

  @Test
  void j06_severalWhoseAppendWasLostAreThereOnceItIsBack() {
    mine.declare("a", "b", "c");
    store.cutOff();
    Told<SyncResult> a = mine.call("a", "b", "c");
    Told<SyncResult> b = mine.call("b", "a", "c");
    Told<SyncResult> c = mine.call("c", "a", "b");
    store.heal();
    store.before("append", store::cutOff);
    mine.look();
    store.heal();
    mine.look();

    for (Told<SyncResult> each : List.of(a, b, c)) {
      assertThat(each.result().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    }
    assertThat(papers.records(Arrive.class)).hasSize(3);
  }

  @Test
  void sp12_aTimeoutThatDidNotGetThroughIsWrittenWhenItIsBack() {
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(Party.TIMEOUT);
    store.loseAnswer("append");
    mine.look();
    mine.look();

    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
    assertThat(papers.records(Timeout.class)).hasSize(1);
  }

  @Test
  void sp12_anErrandWaitsForItToo() {
    mine.call("a", "b");
    store.cutOff();
    Told<Boolean> glance = mine.carry(new Glance());
    assertThat(glance.waits()).isTrue();
    store.heal();
    mine.look();
    assertThat(glance.result()).isTrue();
  }
}
