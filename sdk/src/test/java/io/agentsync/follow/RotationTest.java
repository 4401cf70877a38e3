package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Removed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A journal that has grown long goes on in another one, with all that binds it (J-8). */
class RotationTest {

  private static final long SHORT = 1;

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = rotating("mine");
  private final Party other = new Party("other", store.plain(), time);

  @Test
  void j08_whoOpensTheNextGenerationRotates_andNumbersGoOn() {
    other.call("z").result();

    assertThat(mine.call("a", "b").waits()).isTrue();
    assertThat(papers.fold().head().map(Head::epoch)).hasValue(2L);
    assertThat(papers.fold().generations()).extracting(Generation::number).containsExactly(2L);
    assertThat(other.call("b", "a").result().generation()).isEqualTo(2);
  }

  @Test
  void j08_whoWaitsWhenTheJournalGoesIsToldHowItEnded() {
    Told<SyncResult> b = mine.call("b", "a");

    // It ends the generation, and finds the journal long at once.
    assertThat(mine.call("a", "b").result().generation()).isEqualTo(1);
    assertThat(b.result().generation()).isEqualTo(1);
    assertThat(papers.records()).isEmpty();
    assertThat(mine.call("a", "b").waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void j08_theSpecIsKept_forThoseWhoHaveNoViewOfTheirOwn() {
    other.declare("a", "b");
    assertThat(other.force().result()).isTrue();

    assertThat(newcomer().join("a").waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
    assertThat(papers.fold().open().orElseThrow().missing()).containsExactly("b");
    assertThat(papers.records(Arrive.class))
        .singleElement()
        .satisfies(arrival -> assertThat(arrival.view().like()).hasValue("head"));
  }

  @Test
  void sp02_aSpecThatWasNotDeclaredDoesNotBindInTheNextJournal() {
    other.call("z").result();

    assertThat(mine.call("b", "c").waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().spec().required()).containsExactly("b", "c");
  }

  @Test
  void sp02_aDeclaredSpecBindsInTheNextJournalToo() {
    other.declare("a", "b");
    assertThat(other.force().result()).isTrue();

    Party newcomer = newcomer();
    assertThat(newcomer.call("c", "a").result().outcome()).isEqualTo(SyncOutcome.MISMATCH);
    assertThat(newcomer.call("a", "b").waits()).isTrue();
    assertThat(papers.fold().head().map(Head::declared)).hasValue(true);
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void j08_anOpenGenerationIsNeverRotated() {
    assertThat(other.call("b", "a", "c").waits()).isTrue();

    assertThat(mine.call("a", "b", "c").waits()).isTrue();
    assertThat(store.calls("exclusive")).isZero();
  }

  @Test
  void j08_whileSomebodyRemovesItStaysAsLongAsItIs() {
    other.call("z").result();
    try (Exclusive held = store.plain().exclusive("removal", Duration.ZERO)) {
      assertThat(mine.call("a", "b").waits()).isTrue();
    }

    assertThat(papers.fold().head().map(Head::epoch)).hasValue(1L);
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void j08_whoFindsThatSomebodyElseHasRemovedItGoesOnFromThere() {
    other.call("z").result();
    store.before("exclusive", () -> assertThat(other.remove()).isTrue());

    assertThat(mine.call("a", "b").waits()).isTrue();
    assertThat(papers.fold().head().map(Head::epoch)).hasValue(2L);
    assertThat(papers.fold().open().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void j08_aGenerationThatIsOpenedWhileItIsAboutToRotateIsJoined() {
    other.call("z").result();
    store.before("exclusive", () -> assertThat(other.call("b", "a", "c").waits()).isTrue());

    assertThat(mine.call("a", "b", "c").waits()).isTrue();
    assertThat(papers.fold().open().orElseThrow().arrived()).containsExactly("a", "b");
    assertThat(papers.fold().head().map(Head::epoch)).hasValue(1L);
  }

  @Test
  void j08_aGenerationThatIsOpenedBeforeTheRecordKeepsItFromClosing() {
    other.call("z").result();
    store.before("append", () -> assertThat(other.call("b", "a", "c").waits()).isTrue());

    assertThat(mine.call("a", "b", "c").waits()).isTrue();
    assertThat(papers.records(Removed.class)).hasSize(1);
    assertThat(papers.fold().removed()).isEmpty();
    assertThat(papers.fold().open().orElseThrow().arrived()).containsExactly("a", "b");
    assertThat(store.plain().tombstones(Space.of("syncpoints"))).isEmpty();
  }

  @Test
  void j08_aRotationThatDiedHalfwayIsFinished_andTheSpecIsKept() {
    other.declare("a", "b");
    assertThat(other.force().result()).isTrue();
    store.failBefore("remove");
    assertThat(newcomer().join("a").failure()).isInstanceOf(StoreException.class);

    assertThat(newcomer().join("b").waits()).isTrue();
    assertThat(papers.fold().head().map(Head::declared)).hasValue(true);
    assertThat(papers.fold().open().orElseThrow().missing()).containsExactly("a");
  }

  /** Somebody who begins when all of this has ended. */
  private Party newcomer() {
    time.advance(Duration.ofSeconds(1));
    return rotating("newcomer");
  }

  private Party rotating(String session) {
    return new Party(session, store.scripted(), time, Durability.PROCESS, SHORT);
  }
}
