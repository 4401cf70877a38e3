package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.SyncOutcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules J-1 to J-8 that the fold keeps. */
class JournalRulesTest {

  private static final Spec AB = spec("a", "b");

  private final Records records = new Records();

  @Test
  void j01_generationsFollowOneAnotherInOneJournal() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB);
    records.arrive("b2", 2, "b", AB).arrive("a2", 2, "a", AB);

    assertThat(records.point().generations())
        .extracting(Generation::number)
        .containsExactly(1L, 2L);
    assertThat(records.generation(2).nonce()).isEqualTo("b2");
    assertThat(records.point().open()).isEmpty();
  }

  @Test
  void j02_firstArrivalOpensTheGeneration_andIsItsNonce() {
    records.arrive("a1", 1, "a", AB);

    assertThat(records.generation(1).nonce()).isEqualTo("a1");
    assertThat(records.generation(1).arrived()).containsExactly("a");
  }

  @Test
  void j02_aDeclarationOpensToo() {
    records.declare("d1", 1, AB);

    assertThat(records.generation(1).open()).isTrue();
    assertThat(records.generation(1).arrived()).isEmpty();
  }

  @Test
  void j02_noGenerationIsOpenedOutOfTurn() {
    records.arrive("a2", 2, "a", AB).declare("d3", 3, AB);
    assertThat(records.point().newest()).isEmpty();

    records.arrive("a1", 1, "a", AB).arrive("x2", 2, "a", AB).declare("d2", 2, AB);
    assertThat(records.point().generations()).hasSize(1);
  }

  @Test
  void j02_numbersGoOnAfterTheTombstone() {
    Records later = new Records(new Head(2, 41, 40, Optional.empty(), false, Optional.empty()));

    later.arrive("a1", 1, "a", AB);
    assertThat(later.point().newest()).isEmpty();
    later.arrive("a42", 42, "a", AB);
    assertThat(later.generation(42).nonce()).isEqualTo("a42");
  }

  @Test
  void j03_arrivalForAnEndedGenerationIsVoid() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB).arrive("late", 1, "a", AB);

    assertThat(records.point().fate("late", 1)).isEqualTo(Fate.VOID);
    assertThat(records.point().generations()).hasSize(1);
  }

  @Test
  void j03_recordsThatNameAnotherNonceAreVoid() {
    records.arrive("a1", 1, "a", AB);
    records.force("f", 1, "other").abort("x", 1, "other").timeout("t", 1, "other", "spec:a1");

    assertThat(records.generation(1).open()).isTrue();
  }

  @Test
  void j03_recordsThatNameAnotherGenerationAreVoid() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB).arrive("a2", 2, "a", AB);
    records.force("f", 1, "a1").abort("x", 3, "a2");

    assertThat(records.generation(1).end().orElseThrow().outcome())
        .isEqualTo(SyncOutcome.COMPLETED);
    assertThat(records.generation(2).open()).isTrue();
  }

  @Test
  void j05_theSameOperationTwiceCountsOnce() {
    records.arrive("a1", 1, "a", AB).arrive("a1", 1, "a", AB).withdraw("w", 1, "a1", "a1");

    assertThat(records.generation(1).end().orElseThrow().outcome()).isEqualTo(SyncOutcome.ABORTED);
  }

  @Test
  void j06_aWithdrawalVoidsTheArrivalEvenIfItLandsLater() {
    records.withdraw("w", 1, "a1", "a1").arrive("a1", 1, "a", AB);
    assertThat(records.point().newest()).isEmpty();
    assertThat(records.point().fate("a1", 1)).isEqualTo(Fate.WITHDRAWN);

    records.arrive("b1", 1, "b", AB).arrive("a1", 1, "a", AB);
    assertThat(records.generation(1).arrived()).containsExactly("b");
  }

  @Test
  void j06_whatIsNotThereIsUnseen_andCanBeAppendedAgain() {
    records.arrive("b1", 1, "b", AB);
    assertThat(records.point().fate("a1", 1)).isEqualTo(Fate.UNSEEN);

    records.arriveLike("a1", 1, "a", "b1");
    assertThat(records.point().fate("a1", 1)).isEqualTo(Fate.COUNTED);
  }

  @Test
  void j07_afterTheClosingRecordEverythingIsVoid() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB).removed("r", 1, "a1", false);
    records.arrive("a2", 2, "a", AB).declare("d2", 2, AB);

    assertThat(records.point().removed()).isPresent();
    assertThat(records.point().generations()).hasSize(1);
    assertThat(records.point().fate("a2", 2)).isEqualTo(Fate.VOID);
  }

  @Test
  void j07_anOpenGenerationCannotBeClosedAway() {
    records.arrive("a1", 1, "a", AB).removed("r", 1, "a1", false);

    assertThat(records.point().removed()).isEmpty();
    records.arrive("b1", 1, "b", AB);
    assertThat(records.generation(1).open()).isFalse();
  }

  @Test
  void j07_aClosingRecordThatIsBehindIsVoid() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB).arrive("a2", 2, "a", AB);
    records.removed("r", 1, "a1", false);

    assertThat(records.point().removed()).isEmpty();
  }

  @Test
  void j07_theNextJournalCountsOn_withoutTheSpec() {
    records.declare("d1", 1, AB).force("f", 1, "d1").removed("r", 1, "d1", false);

    Head next = records.point().successor();
    assertThat(next.epoch()).isEqualTo(2);
    assertThat(next.after()).isEqualTo(1);
    assertThat(next.spec()).isEmpty();
  }

  @Test
  void j07_theNextJournalKnowsHowManyWereCompleted() {
    Records later = new Records(new Head(2, 41, 40, Optional.empty(), false, Optional.empty()));
    later.arrive("a42", 42, "a", spec("a")).arrive("a43", 43, "a", AB).abort("x", 43, "a43");
    later.arrive("a44", 44, "a", AB).force("f", 44, "a44").removed("r", 44, "a44", false);

    assertThat(later.point().successor().completed()).isEqualTo(42);
  }

  @Test
  void j08_aRotatedJournalKeepsTheSpec_andWhetherItBinds() {
    records.declare("d1", 1, AB).force("f", 1, "d1").removed("r", 1, "d1", true);

    Records next = new Records(records.point().successor());
    assertThat(next.point().newestSpec()).contains(AB);
    assertThat(next.point().boundSpec()).contains(AB);
    next.arriveLike("a2", 2, "a", View.HEAD);
    assertThat(next.generation(2).spec()).isEqualTo(AB);
  }

  @Test
  void j08_theAnnouncementDecidesNothing() {
    records.arrive("a1", 1, "a", AB);
    records.add(
        new Ended(
            "e",
            1,
            "a1",
            SyncOutcome.FORCED,
            AB.required(),
            AB.required(),
            AB.required(),
            Records.TIMEOUT,
            Optional.empty(),
            Optional.empty(),
            records.tick()));

    assertThat(records.generation(1).open()).isTrue();
    assertThat(records.generation(1).announced()).isFalse();
  }
}
