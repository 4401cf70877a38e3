package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.StoreException;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of records that are lost, damaged or doubted on their way (J-6). */
class AppendingTest {

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = new Party("mine", store.scripted(), time);
  private final Party other = new Party("other", store.plain(), time);

  @Test
  void j06_anArrivalThatWasDamagedIsWrittenAgain() {
    Told<SyncResult> b = other.call("b", "a");
    store.damageNext();

    assertThat(mine.call("a", "b").result().success()).isTrue();
    other.look();
    assertThat(b.result().arrived()).containsExactly("a", "b");
    assertThat(papers.records(Arrive.class)).hasSize(2);
  }

  @Test
  void j06_soItIsInAJournalThatItBegan() {
    store.damageNext();

    assertThat(mine.call("a").result().generation()).isEqualTo(1);
    assertThat(papers.records(Head.class)).hasSize(1);
    assertThat(papers.records(Arrive.class)).hasSize(1);
  }

  @Test
  void j06_aJournalWhoseHeadWasDamagedIsBegunAgain() {
    store.onTheWay(
        records -> {
          store.onTheWay(unchanged -> unchanged);
          return records.stream().map(record -> new byte[] {'?'}).toList();
        });

    assertThat(mine.call("a").result().generation()).isEqualTo(1);
    assertThat(papers.records().get(0)).isEqualTo(Head.FIRST);
  }

  @Test
  void j06_aRepairThatWasDamagedIsWrittenAgain() {
    Told<SyncResult> b = other.call("b", "a");
    store.damageNext();

    assertThat(mine.force().result()).isTrue();
    other.look();
    assertThat(b.result().success()).isTrue();
  }

  @Test
  void j06_anAppendThatFailedWithoutEffectIsAFailureForItsCaller() {
    store.failBefore("append");

    assertThat(mine.call("a").failure()).hasMessageContaining("append fails on purpose");
    assertThat(papers.records(Arrive.class)).isEmpty();
    assertThat(mine.call("a").result().generation()).isEqualTo(1);
  }

  @Test
  void j06_anAppendThatFailedAfterItsEffectIsLookedForAndCounts() {
    store.failAfter("append");

    assertThat(mine.call("a").result().generation()).isEqualTo(1);
    assertThat(papers.records(Arrive.class)).hasSize(1);
  }

  @Test
  void j06_soItIsInAJournalOfOthers() {
    Told<SyncResult> b = other.call("b", "a");
    store.failAfter("append");

    assertThat(mine.call("a", "b").result().success()).isTrue();
    other.look();
    assertThat(b.result().success()).isTrue();
    assertThat(papers.records(Arrive.class)).hasSize(2);
  }

  @Test
  void j06_whoeverLosesAllThatIsAppendedIsRefusedInTheEnd() {
    other.call("z").result();
    store.onTheWay(records -> List.of());

    StoreException refusal = (StoreException) mine.call("a").failure();
    assertThat(refusal).hasMessageContaining("loses what is appended to it");
    assertThat(refusal.place()).contains("syncpoints/p");
    assertThat(store.calls("append")).isEqualTo(100);
  }

  @Test
  void j06_oneWhoIsRefusedDoesNotKeepTheOthersFromGoingOn() {
    other.call("z").result();
    store.onTheWay(records -> List.of());
    assertThat(mine.call("a").failure()).isInstanceOf(StoreException.class);
    store.onTheWay(records -> records);

    assertThat(mine.call("a").result().generation()).isEqualTo(2);
  }
}
