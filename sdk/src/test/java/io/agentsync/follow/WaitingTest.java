package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Domain;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Glance;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Timeout;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How waits end: by a deadline, by whoever calls, or with the store's failure (SP-11, SP-12). */
class WaitingTest {

  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = new Party("mine", store.scripted(), time);
  private final Party other = new Party("other", store.plain(), time);

  @ParameterizedTest
  @ValueSource(strings = {"read", "stands"})
  void sp12_whoWaitsGoesOnWaitingWhileTheStoreFails_untilShortlyAfterItsDeadline(String call) {
    Told<SyncResult> a = mine.call("a", "b");
    store.breakDown(call);
    time.advance(Party.TIMEOUT.plus(GRACE).minus(MOMENT));
    mine.look();
    assertThat(a.waits()).isTrue();

    time.advance(MOMENT);
    mine.look();
    assertThat(a.failure()).isInstanceOf(StoreException.class);
    assertThat(papers.fold().open()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "stands"})
  void sp12_aStoreThatWorksAgainInTimeHasHarmedNobody(String call) {
    Told<SyncResult> a = mine.call("a", "b");
    store.breakDown(call);
    time.advance(Duration.ofSeconds(20));
    mine.look();
    store.heal();
    other.call("b", "a").result();

    mine.look();
    assertThat(a.result().success()).isTrue();
  }

  @Test
  void sp12_whoCallsWhileTheStoreFailsIsToldAtOnce_andNobodyElseIs() {
    Told<SyncResult> a = mine.call("a", "b");
    store.breakDown("read");

    assertThat(mine.call("b", "a").failure()).hasMessageContaining("read fails on purpose");
    assertThat(a.waits()).isTrue();
  }

  @Test
  void w1_whoseRecordEndedItRingsAtTheOthers_alsoIfOneOfThemAnnouncedItFirst() {
    Party third = new Party("third", store.plain(), time);
    Told<SyncResult> b = other.call("b", "a", "c");
    Told<SyncResult> c = third.call("c", "a", "b");
    store.after("append", other::look);

    assertThat(mine.call("a", "b", "c").result().success()).isTrue();
    assertThat(b.result().success()).isTrue();
    assertThat(c.waits()).isTrue();
    assertThat(papers.records(Ended.class)).hasSize(1);
    assertThat(other.rung()).isEmpty();
    assertThat(mine.rung()).containsExactlyInAnyOrder("other", "third");
  }

  @Test
  void sp12_whatCannotBeOpenedIsAFailure() {
    store.breakDown("open");
    assertThat(mine.call("a").failure()).hasMessageContaining("open fails on purpose");
    store.heal();
    store.breakDown("create");
    assertThat(mine.call("a").failure()).hasMessageContaining("create fails on purpose");
    store.heal();
    store.breakDown("tombstone");
    assertThat(mine.call("a").failure()).hasMessageContaining("tombstone fails on purpose");
    store.heal();
    assertThat(mine.call("a").result().success()).isTrue();
  }

  @Test
  void sp12_anOverdueGenerationIsEndedByWhoeverCalls() {
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(Party.TIMEOUT.minus(MOMENT));
    assertThat(other.carry(new Glance()).result()).isTrue();
    time.advance(MOMENT);
    Told<SyncResult> b = other.call("b", "a");

    assertThat(papers.records(Timeout.class)).hasSize(1);
    assertThat(papers.records(Ended.class)).hasSize(1);
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
    mine.look();
    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
    assertThat(a.result().missing()).containsExactly("b");

    // It goes on in the next generation, and hears what it missed.
    mine.call("a", "b").result();
    other.look();
    assertThat(b.result().generation()).isEqualTo(2);
    assertThat(b.result().reason().orElseThrow()).contains("generation 1 was missed");
  }

  @Test
  void sp12_anOverdueGenerationCannotBeForcedAnyMore() {
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(Party.TIMEOUT);

    assertThat(other.force().result()).isFalse();
    mine.look();
    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
  }

  @Test
  void sp12_whoWaitsEndsItAtItsDeadline() {
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(Party.TIMEOUT);

    mine.look();
    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
  }

  @Test
  void sp12_aTimeoutThatCannotBeWrittenIsWrittenLater() {
    Told<SyncResult> a = mine.call("a", "b");
    time.advance(Party.TIMEOUT);
    store.failBefore("append");
    mine.look();
    assertThat(a.waits()).isTrue();

    mine.look();
    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
  }

  @Test
  void sp11_aDeadlineOfAnotherDomainCountsFromFirstSight() {
    HandTime elsewhere = new HandTime(new Domain("here", Optional.of("another namespace")));
    elsewhere.advance(Duration.ofDays(100));
    Party far = new Party("far", store.plain(), elsewhere);
    mine.call("a", "b", "c");
    time.advance(Duration.ofSeconds(20));

    Told<SyncResult> b = far.call("b", "a", "c");
    elsewhere.advance(Party.TIMEOUT.minus(MOMENT));
    far.look();
    assertThat(b.waits()).isTrue();
    elsewhere.advance(MOMENT);
    far.look();
    assertThat(b.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
    assertThat(b.result().missing()).containsExactly("c");
  }

  @Test
  void w02_anEndThatCannotBeMadeDurableIsAFailureForAllWhoWait_andIsNotTriedAgain() {
    Party durable = party(Durability.POWER);
    Told<SyncResult> a = durable.call("a", "b");
    store.failBefore("sync");
    Told<SyncResult> b = durable.call("b", "a");

    assertThat(a.failure()).hasMessageContaining("sync fails on purpose");
    assertThat(b.failure()).hasMessageContaining("sync fails on purpose");
    assertThat(papers.records(Ended.class)).isEmpty();
    durable.look();
    durable.carry(new Glance());
    assertThat(store.calls("sync")).isEqualTo(1);
    assertThat(papers.records(Ended.class)).isEmpty();
  }

  @Test
  void w02_anEndThatCouldNotBeMadeDurableIsNotToldLaterEither() {
    Party durable = party(Durability.POWER);
    Told<SyncResult> a = durable.call("a", "b");
    store.failBefore("sync");
    durable.call("b", "a");
    assertThat(a.failure()).isInstanceOf(StoreException.class);

    assertThat(durable.call("a", "b").failure())
        .hasMessageContaining("generation 1 ended")
        .hasMessageContaining("sync fails on purpose");
    assertThat(other.remove()).isTrue();
    assertThat(durable.call("a", "b").failure()).hasMessageContaining("generation 1 ended");
    assertThat(store.calls("sync")).isEqualTo(1);
  }

  @Test
  void w02_anEndThatSomebodyElseMadeDurableIsTold() {
    Party durable = party(Durability.POWER);
    Told<SyncResult> a = durable.call("a", "b");
    store.failBefore("sync");
    durable.call("b", "a");
    assertThat(a.failure()).isInstanceOf(StoreException.class);

    Party elsewhere = new Party("elsewhere", store.plain(), time, Durability.POWER, 1 << 20);
    elsewhere.carry(new Glance());
    SyncResult told = durable.call("a", "b").result();
    assertThat(told.generation()).isEqualTo(1);
    assertThat(told.late()).isTrue();
  }

  @Test
  void w02_theNextEndIsMadeDurableAgain() {
    Party durable = party(Durability.POWER);
    store.failBefore("sync");
    assertThat(durable.call("a").failure()).isInstanceOf(StoreException.class);
    Told<SyncResult> b = durable.call("b");

    assertThat(b.result().generation()).isEqualTo(2);
    assertThat(store.calls("sync")).isEqualTo(2);
    assertThat(papers.records(Ended.class)).extracting(Ended::generation).containsExactly(2L);
  }

  @Test
  void w02_aDurableEndIsSyncedOnce_beforeItIsAnnounced() {
    Party durable = party(Durability.POWER);
    store.before("sync", () -> assertThat(papers.records(Ended.class)).isEmpty());

    durable.call("a").result();
    assertThat(store.calls("sync")).isEqualTo(1);
    assertThat(papers.records(Ended.class)).hasSize(1);
  }

  @Test
  void w02_endsThatAreFoundTogetherAreMadeDurableTogether() {
    papers.write(
        Head.FIRST,
        Papers.arrival("one", 1, "z", time.now(), "z"),
        Papers.arrival("two", 2, "z", time.now(), "z"));
    time.advance(MOMENT);

    assertThat(party(Durability.POWER).call("a", "b").waits()).isTrue();
    assertThat(store.calls("sync")).isEqualTo(1);
    assertThat(papers.records(Ended.class)).extracting(Ended::generation).containsExactly(1L, 2L);
  }

  @Test
  void w02_whoFindsAnEndAnnouncedDoesNotSyncIt() {
    Party durable = party(Durability.POWER);
    Told<SyncResult> a = durable.call("a", "b");
    other.call("b", "a").result();

    durable.look();
    assertThat(a.result().success()).isTrue();
    assertThat(store.calls("sync")).isZero();
  }

  @Test
  void j08_anEndThatCannotBeAnnouncedIsToldAllTheSame() {
    Told<SyncResult> a = other.call("a", "b");
    // The first append is the arrival that ends it, the second the announcement.
    store.before(
        "append",
        2,
        () -> {
          throw new StoreException("memory", "is full", null);
        });

    assertThat(mine.call("b", "a").result().success()).isTrue();
    assertThat(mine.rung()).containsExactly("other");
    assertThat(papers.records(Ended.class)).isEmpty();
    other.look();
    assertThat(a.result().success()).isTrue();
    assertThat(papers.records(Ended.class)).hasSize(1);
  }

  @Test
  void j08_anEndThatIsTooLongToBeAnnouncedIsToldAllTheSame() {
    // An arrival names each of them once, the announcement of a timeout would twice.
    String[] others =
        IntStream.range(0, 1500).mapToObj(i -> "b".repeat(110) + i).toArray(String[]::new);
    Told<SyncResult> a = mine.call("a", others);
    time.advance(Party.TIMEOUT);

    mine.look();
    assertThat(a.result().outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
    assertThat(a.result().missing()).hasSize(1500);
    assertThat(papers.records(Ended.class)).isEmpty();
  }

  private Party party(Durability durability) {
    return new Party("durable", store.scripted(), time, durability, Long.MAX_VALUE);
  }
}
