package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.at;
import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rule SP-4: what a run remembers. */
class RunRulesTest {

  private static final Spec AB = spec("a", "b");
  private static final Spec A = spec("a");

  private final Records records = new Records();

  @Test
  void sp04_whoBeginsAnewIsAnsweredWithWhatWasCompletedBefore_inOrder() {
    meet(1).failed(2).meet(3);

    SyncResult first = done(seek(0));
    assertThat(first.generation()).isEqualTo(1);
    assertThat(first.late()).isTrue();
    SyncResult second = done(seek(1));
    assertThat(second.generation()).isEqualTo(3);
    assertThat(second.reason().orElseThrow()).contains("generation 2 was missed");
    assertThat(arrival(seek(3)).generation()).isEqualTo(4);
  }

  @Test
  void sp04_soItIsIfAllThatIsInTheHistory() {
    meet(1).failed(2).meet(3);
    Records after = closed(3);

    assertThat(next(call(0, Optional.empty()), after)).isInstanceOf(Step.Recall.class);
    recall(after);
    assertThat(done(next(call(0, Optional.empty()), after)).generation()).isEqualTo(1);
    assertThat(done(next(call(1, Optional.empty()), after)).generation()).isEqualTo(3);
    assertThat(arrival(next(call(3, Optional.empty()), after)).generation()).isEqualTo(4);
  }

  @Test
  void sp04_whatWasPrunedIsNotAnsweredWithSomethingElse() {
    meet(1).meet(2).meet(3);
    Records after = closed(3);
    after.point().recall(List.of(records.generation(3)));

    assertThat(arrival(next(call(0, Optional.empty()), after)).generation()).isEqualTo(4);
    assertThat(done(next(call(2, Optional.empty()), after)).generation()).isEqualTo(3);
  }

  @Test
  void sp04_aNamedRoundIsAnsweredAgain() {
    meet(1).failed(2).meet(3);

    assertThat(done(named(1, 3)).generation()).isEqualTo(1);
    SyncResult second = done(named(2, 0));
    assertThat(second.generation()).isEqualTo(3);
    assertThat(second.reason().orElseThrow()).contains("generation 2 was missed");
    assertThat(arrival(named(3, 0)).generation()).isEqualTo(4);
  }

  @Test
  void sp04_aNamedRoundIsFoundInTheHistory_whichIsLeftAloneForTheNextOne() {
    meet(1).failed(2).meet(3);
    Records after = closed(3);

    assertThat(arrival(next(call(0, Optional.of(3)), after)).generation()).isEqualTo(4);
    assertThat(next(call(0, Optional.of(2)), after)).isInstanceOf(Step.Recall.class);
    recall(after);
    after.arrive("a4", 4, "a", AB).arriveLike("b4", 4, "b", "a4");
    assertThat(done(next(call(0, Optional.of(1)), after)).generation()).isEqualTo(1);
    assertThat(done(next(call(0, Optional.of(2)), after)).generation()).isEqualTo(3);
    assertThat(done(next(call(0, Optional.of(3)), after)).generation()).isEqualTo(4);
  }

  @Test
  void sp04_aRoundThatCannotBeMetYetIsRefused() {
    meet(1);

    assertThatThrownBy(() -> named(3, 0))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Name round 2");
  }

  @Test
  void sp04_aNamedRoundThatWasPrunedIsRefused() {
    meet(1).meet(2);
    Records after = closed(2);
    after.point().recall(List.of(records.generation(2)));

    assertThat(done(next(call(0, Optional.of(2)), after)).generation()).isEqualTo(2);
    assertThatThrownBy(() -> next(call(0, Optional.of(1)), after))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("30 days");
  }

  @Test
  void sp04_aNamedRoundOfOthersIsAMismatch_andTheNextIsTheFirstThatFits() {
    records.arrive("x1", 1, "x", spec("x"));
    meet(2);

    assertThat(done(named(1, 0)).outcome()).isEqualTo(SyncOutcome.MISMATCH);
    assertThat(done(seek(0)).generation()).isEqualTo(2);
  }

  @Test
  void sp04_oneAgentAloneHasRoundsToo() {
    records.arrive("a1", 1, "a", A).arrive("a2", 2, "a", A);

    assertThat(done(named(2, 0)).generation()).isEqualTo(2);
  }

  private RunRulesTest meet(int number) {
    records
        .arrive("a" + number, number, "a", AB)
        .arriveLike("b" + number, number, "b", "a" + number);
    return this;
  }

  private RunRulesTest failed(int number) {
    records.arrive("a" + number, number, "a", AB).abort("x" + number, number, "a" + number);
    return this;
  }

  private Records closed(int newest) {
    records.removed("r", newest, "a" + newest, false);
    return new Records(records.point().successor());
  }

  private void recall(Records after) {
    Past past = new Past();
    past.add(records.point());
    after.point().recall(past.generations());
  }

  private Step<SyncResult> seek(long told) {
    return next(call(told, Optional.empty()), records);
  }

  private Step<SyncResult> named(int round, long told) {
    return next(call(told, Optional.of(round)), records);
  }

  /** A call of a session that has begun when all of this had ended. */
  private static Call call(long told, Optional<Integer> round) {
    Optional<Spec> view = Optional.of(AB);
    return new Call(
        "p",
        "there",
        "a",
        "s",
        at(99),
        told,
        view,
        Optional.empty(),
        ArrivalStatus.OK,
        Optional.empty(),
        false,
        true,
        round);
  }

  private static Step<SyncResult> next(Call call, Records records) {
    return new Seeking(call).next(records.point(), at(100), "y");
  }

  private static Arrive arrival(Step<SyncResult> step) {
    return (Arrive) ((Step.Append<SyncResult>) step).record();
  }

  private static SyncResult done(Step<SyncResult> step) {
    return ((Step.Done<SyncResult>) step).result();
  }
}
