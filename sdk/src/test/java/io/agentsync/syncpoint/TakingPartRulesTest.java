package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.at;
import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Domain;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.UnknownSyncPointException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules SP-1 to SP-6: how a call finds its generation, and what it is told. */
class TakingPartRulesTest {

  private static final Spec AB = spec("a", "b");
  private static final Spec ABC = spec("a", "b", "c");
  private static final Moment ELSEWHERE = new Moment(Instant.EPOCH, Optional.empty(), 0);

  private final Records records = new Records();

  @Test
  void sp01_theCallerBelongsToItsOwnSet() {
    Spec view = Spec.viewOf("a", Set.of("b"), CompletionRule.ALL, Records.TIMEOUT);

    assertThat(view.required()).containsExactly("a", "b");
  }

  @Test
  void sp01_anEmptySetIsRefused() {
    assertThatThrownBy(() -> Spec.viewOf("a", Set.of(), CompletionRule.ALL, Records.TIMEOUT))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void sp02_aSmallerViewCounts_aLargerOneIsAMismatch() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", spec("b")).arrive("x", 2, "c", ABC);
    assertThat(records.generation(1).end().orElseThrow().outcome())
        .isEqualTo(SyncOutcome.COMPLETED);

    Records other = new Records().arrive("a1", 1, "a", AB).arrive("b1", 1, "b", ABC);
    assertThat(other.point().fate("b1", 1)).isEqualTo(Fate.MISMATCHED);
    assertThat(other.generation(1).open()).isTrue();
    assertThat(other.generation(1).mismatches())
        .singleElement()
        .satisfies(m -> assertThat(m.expected()).containsExactly("a", "b", "c"));
  }

  @Test
  void sp02_aMismatchedCallerIsToldBothSets_withoutArriving() {
    records.arrive("a1", 1, "a", AB);
    Step<SyncResult> step = seek("b", 0, Optional.of(ABC));

    assertThat(step).isInstanceOf(Step.Append.class);
    Step.Append<SyncResult> append = (Step.Append<SyncResult>) step;
    assertThat(append.record()).isInstanceOf(Mismatch.class);
    records.add(append.record());
    SyncResult told = done(append.then().next(records.point(), records.now(), "y"));
    assertThat(told.outcome()).isEqualTo(SyncOutcome.MISMATCH);
    assertThat(told.reason().orElseThrow()).contains("{a, b, c}").contains("{a, b}");
    // Once noted, the same agent, session and view is turned away without another record.
    assertThat(seek("b", 0, Optional.of(ABC))).isInstanceOf(Step.Done.class);
  }

  @Test
  void sp02_anAgentThatIsNotRequiredIsAMismatch() {
    records.arrive("a1", 1, "a", AB).arriveLike("c1", 1, "c", "a1");

    assertThat(records.point().fate("c1", 1)).isEqualTo(Fate.MISMATCHED);
  }

  @Test
  void sp02_aDeclaredSpecBindsLaterGenerations() {
    records.declare("d1", 1, ABC).force("f", 1, "d1").arrive("a2", 2, "a", AB);

    assertThat(records.generation(2).spec()).isEqualTo(ABC);
    records.force("f2", 2, "a2").declare("d3", 3, AB);
    assertThat(records.point().boundSpec()).contains(AB);
  }

  @Test
  void sp02_joiningTakesTheNewestSpecAsItIs() {
    records.arrive("a1", 1, "a", AB).arrive("b1", 1, "b", AB);

    assertThat(arrival(seek("a", 1, Optional.empty())).view().like()).contains("a1");
  }

  @Test
  void sp02_joiningWhatNobodyEverOpenedIsRefused() {
    assertThatThrownBy(() -> seek("a", 0, Optional.empty()))
        .isInstanceOf(UnknownSyncPointException.class)
        .hasMessageContaining("there");
  }

  @Test
  void sp03_aCallArrivesInTheOpenGeneration_orOpensTheNext() {
    assertThat(arrival(seek("a", 0, Optional.of(AB))).generation()).isEqualTo(1);
    records.arrive("a1", 1, "a", AB);
    assertThat(arrival(seek("b", 0, Optional.of(AB))).generation()).isEqualTo(1);
    records.arrive("b1", 1, "b", AB);
    assertThat(arrival(seek("a", 1, Optional.of(AB))).generation()).isEqualTo(2);
  }

  @Test
  void sp03_whatCompletedWithoutTheAgentIsAnsweredLate() {
    records.arrive("a1", 1, "a", AB).force("f", 1, "a1");

    SyncResult told = done(seek("b", 0, Optional.of(AB)));
    assertThat(told.late()).isTrue();
    assertThat(told.outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(told.missing()).containsExactly("b");
  }

  @Test
  void sp03_whatCompletedOnAnotherMachineAfterWhatTheAgentWasToldOfIsAnsweredLate() {
    records.arrive("a1", 1, "a", AB).arriveLike("b1", 1, "b", "a1");
    records.arrive("a2", 2, "a", AB).force("f", 2, "a2");

    assertThat(done(seekElsewhere("b", 1)).generation()).isEqualTo(2);
  }

  @Test
  void sp03_whatEndedOnAnotherMachineBeforeAnythingOfTheSessionIsNoAnswer() {
    records.arrive("a1", 1, "a", AB).force("f", 1, "a1");

    assertThat(arrival(seekElsewhere("b", 0)).generation()).isEqualTo(2);
  }

  @Test
  void sp03_whatCompletedOnAnotherMachineWithAClaimOfTheSessionIsAnsweredLate() {
    records.arrive("b1", 1, "b", AB).arriveLike("a1", 1, "a", "b1");

    assertThat(done(seekElsewhere("b", 0)).generation()).isEqualTo(1);
  }

  @Test
  void sp03_whatFailedWithoutTheAgentIsPassedOver_andMentioned() {
    records.arrive("a1", 1, "a", AB).abort("x", 1, "a1");

    Step.Append<SyncResult> step = (Step.Append<SyncResult>) seek("b", 0, Optional.of(AB));
    Arrive arrival = arrival(step);
    assertThat(arrival.generation()).isEqualTo(2);
    records.add(arrival).arriveLike("a2", 2, "a", arrival.op());
    SyncResult told = done(step.then().next(records.point(), records.now(), "y"));
    assertThat(told.reason().orElseThrow()).contains("generation 1 was missed").contains("ABORTED");
  }

  @Test
  void sp03_whatEndedBeforeTheSessionBeganIsNoAnswer() {
    records.arrive("a1", 1, "a", AB).force("f", 1, "a1");
    Call young = call("b", 0, Optional.of(AB), at(100));

    assertThat(arrival(new Seeking(young).next(records.point(), at(101), "y")).generation())
        .isEqualTo(2);
  }

  @Test
  void sp03_whatCannotBeComparedCountsAsBefore() {
    records.arrive("a1", 1, "a", AB).force("f", 1, "a1");
    Moment elsewhere =
        new Moment(Instant.EPOCH, Optional.of(new Domain("boot-2", Optional.empty())), 0);
    Call call = call("b", 0, Optional.of(AB), elsewhere);

    assertThat(arrival(new Seeking(call).next(records.point(), at(9), "y")).generation())
        .isEqualTo(2);
  }

  @Test
  void sp03_anOutcomeIsToldOnce() {
    records.arrive("a1", 1, "a", AB).force("f", 1, "a1");

    assertThat(arrival(seek("b", 1, Optional.of(AB))).generation()).isEqualTo(2);
  }

  @Test
  void sp03_aMeetingOfOthersIsNotForThisCall() {
    records.arrive("c1", 1, "c", spec("c"));

    assertThat(arrival(seek("a", 0, Optional.of(AB))).generation()).isEqualTo(2);
  }

  @Test
  void sp03_whatCompletedInAJournalThatWasTakenAwayIsAnsweredLate() {
    Records before = new Records().arrive("a1", 1, "a", AB).force("f", 1, "a1");
    Records after = following(before.removed("r", 1, "a1", true));
    Seeking seeking = new Seeking(call("b", 0, Optional.of(AB), at(0)));

    assertThat(next(seeking, after)).isEqualTo(new Step.Recall<>(seeking));
    after.point().recall(pastOf(before));
    SyncResult told = done(next(seeking, after));
    assertThat(told.late()).isTrue();
    assertThat(told.outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(told.arrived()).containsExactly("a");
    assertThat(told.missing()).containsExactly("b");
  }

  @Test
  void sp03_whatFailedInAJournalThatWasTakenAwayIsMentioned() {
    Records before = new Records().arrive("a1", 1, "a", AB).abort("x", 1, "a1");
    Records after = following(before.removed("r", 1, "a1", false));
    after.point().recall(pastOf(before));

    Step.Append<SyncResult> step =
        (Step.Append<SyncResult>) next(new Seeking(call("b", 0, Optional.of(AB), at(0))), after);
    after.add(step.record()).arriveLike("a2", 2, "a", arrival(step).op());
    assertThat(done(next(step.then(), after)).reason().orElseThrow())
        .contains("generation 1 was missed");
  }

  @Test
  void sp03_historyIsLeftAloneByWhoCannotHaveMissedAnything() {
    Records before = new Records().arrive("a1", 1, "a", AB).force("f", 1, "a1");
    Records after = following(before.removed("r", 1, "a1", false));
    Call told = call("b", 1, Optional.of(AB), at(0));
    Call young = call("b", 0, Optional.of(AB), at(8));

    assertThat(arrival(next(new Seeking(told), after)).generation()).isEqualTo(2);
    assertThat(arrival(next(new Seeking(young), after)).generation()).isEqualTo(2);
  }

  @Test
  void sp03_whatWasPrunedIsGoneOnWithout() {
    Records before = new Records().arrive("a1", 1, "a", AB).force("f", 1, "a1");
    Records after = following(before.removed("r", 1, "a1", false));
    after.point().recall(List.of());

    Call call = call("b", 0, Optional.of(AB), at(0));
    assertThat(arrival(next(new Seeking(call), after)).generation()).isEqualTo(2);
  }

  @Test
  void sp03_whoWaitedInAJournalThatWasTakenAwayIsToldHowItsGenerationEnded() {
    Attendance restarted = waitingAlone();
    records.abort("x", 1, "op-a").removed("r", 1, "op-a", false);
    Records after = following(records);

    assertThat(next(restarted, after)).isInstanceOf(Step.Recall.class);
    after.point().recall(pastOf(records));
    SyncResult told = done(next(restarted, after));
    assertThat(told.outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(told.late()).isFalse();
    assertThat(done(next(restarted.givenUp(), after))).isEqualTo(told);
  }

  @Test
  void sp03_whoWaitedInAJournalThatNobodyKnowsOfArrivesAnew() {
    Attendance restarted = waitingAlone();
    Records empty = new Records();

    assertThat(arrival(next(restarted, empty)).generation()).isEqualTo(1);
    assertThat(done(next(restarted.givenUp(), empty)).outcome()).isEqualTo(SyncOutcome.WITHDRAWN);
  }

  @Test
  void sp03_onlyWhatCountedAndWasNotForgottenIsRecalled() {
    Records old = new Records().arrive("o1", 1, "a", spec("a")).removed("r", 1, "o1", false);
    Records before = new Records().arrive("a1", 1, "a", AB).force("f", 1, "a1");
    Past past = new Past();
    past.add(old.point());
    past.add(before.removed("r", 1, "a1", false).point());
    past.add(new Records().arrive("stale", 1, "a", spec("a")).point());

    assertThat(past.generations()).extracting(Generation::nonce).containsExactly("a1");
  }

  @Test
  void sp05_anAgentStandsWhileOneOfItsClaimsStands() {
    records.arrive("a1", 1, "a", AB).arriveLike("a2", 1, "a", "a1").withdraw("w", 1, "a1", "a1");

    assertThat(records.generation(1).arrived()).containsExactly("a");
    records.withdraw("w2", 1, "a1", "a2");
    assertThat(records.generation(1).arrived()).isEmpty();
  }

  @Test
  void sp05_withdrawThenArriveAgainIsAllowed() {
    records.arrive("b1", 1, "b", ABC).arriveLike("a1", 1, "a", "b1").withdraw("w", 1, "b1", "a1");
    records.arriveLike("a2", 1, "a", "b1");

    assertThat(records.generation(1).arrived()).containsExactly("a", "b");
  }

  @Test
  void sp06_theEndWinsOverALaterWithdrawal() {
    Step.Append<SyncResult> step = (Step.Append<SyncResult>) seek("a", 0, Optional.of(AB));
    records.add(step.record()).arrive("b1", 1, "b", AB);

    Attendance givenUp = ((Attendance) step.then()).givenUp();
    assertThat(done(givenUp.next(records.point(), records.now(), "w")).outcome())
        .isEqualTo(SyncOutcome.COMPLETED);
  }

  @Test
  void sp06_givingUpWithdraws() {
    records.arrive("b1", 1, "b", ABC);
    Step.Append<SyncResult> step = (Step.Append<SyncResult>) seek("a", 0, Optional.of(ABC));
    records.add(step.record());

    Attendance givenUp = ((Attendance) step.then()).givenUp();
    Step.Append<SyncResult> withdrawal =
        (Step.Append<SyncResult>) givenUp.next(records.point(), records.now(), "w");
    records.add(withdrawal.record());
    assertThat(done(withdrawal.then().next(records.point(), records.now(), "z")).outcome())
        .isEqualTo(SyncOutcome.WITHDRAWN);
    assertThat(records.generation(1).arrived()).containsExactly("b");
  }

  @Test
  void sp06_whenTheLastOneWithdraws_theGenerationIsAborted() {
    records.arrive("a1", 1, "a", AB).withdraw("w", 1, "a1", "a1");

    End end = records.generation(1).end().orElseThrow();
    assertThat(end.outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(end.reason()).contains("everyone withdrew");
  }

  @Test
  void sp06_aDeclaredGenerationIsReadyAgain() {
    records.declare("d", 1, AB).arriveLike("a1", 1, "a", "d").withdraw("w", 1, "d", "a1");

    assertThat(records.generation(1).open()).isTrue();
    assertThat(records.generation(1).deadlines()).isEmpty();
  }

  /** An agent that has arrived, waits, and finds its journal gone. */
  private Attendance waitingAlone() {
    Step.Append<SyncResult> step = (Step.Append<SyncResult>) seek("a", 0, Optional.of(AB));
    Step<SyncResult> wait = next(step.then(), records.add(step.record()));
    return (Attendance) ((Step.Wait<SyncResult>) wait).then().restarted();
  }

  private static Step<SyncResult> next(Errand<SyncResult> errand, Records records) {
    return errand.next(records.point(), at(9), "y");
  }

  private static Records following(Records closed) {
    return new Records(closed.point().successor());
  }

  private static List<Generation> pastOf(Records closed) {
    Past past = new Past();
    past.add(closed.point());
    return past.generations();
  }

  private Step<SyncResult> seek(String agent, long told, Optional<Spec> view) {
    Call call = call(agent, told, view, at(0));
    return new Seeking(call).next(records.point(), records.now(), "op-" + agent);
  }

  /** A call of a session that began on a machine whose clock cannot be compared. */
  private Step<SyncResult> seekElsewhere(String agent, long told) {
    return next(new Seeking(call(agent, told, Optional.of(AB), ELSEWHERE)), records);
  }

  private static Call call(String agent, long told, Optional<Spec> view, Moment began) {
    return new Call(
        "p",
        "there",
        agent,
        "s-" + agent,
        began,
        told,
        view,
        Optional.empty(),
        ArrivalStatus.OK,
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  private static Arrive arrival(Step<SyncResult> step) {
    return (Arrive) ((Step.Append<SyncResult>) step).record();
  }

  private static SyncResult done(Step<SyncResult> step) {
    return ((Step.Done<SyncResult>) step).result();
  }
}
