package io.agentsync.agent;

import static io.agentsync.agent.Sheet.beat;
import static io.agentsync.agent.Sheet.deregister;
import static io.agentsync.agent.Sheet.fold;
import static io.agentsync.agent.Sheet.register;
import static io.agentsync.agent.Sheet.removed;
import static io.agentsync.agent.Sheet.replacing;
import static io.agentsync.agent.Sheet.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.AgentStatus;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the records of an agent's journal mean in their order (R-1, R-3, J-7). */
class RegistrationRulesTest {

  @Test
  void r01_aRegistrationThatNamesNoneCountsOnlyWhereNoneStands() {
    Agent agent = fold(register("a", 1, "s"), register("b", 2, "t"));

    assertThat(agent.fate("b")).isEqualTo(Fate.VOID);
    assertThat(holder(agent)).hasValue("s");
  }

  @Test
  void r01_aRegistrationThatNamesTheHolderTakesItsPlace() {
    Agent agent = fold(register("a", 1, "s"), replacing("b", 2, "t", "a"));

    assertThat(agent.fate("b")).isEqualTo(Fate.COUNTED);
    assertThat(holder(agent)).hasValue("t");
  }

  @Test
  void r01_oneThatNamesSomebodyElseIsVoid() {
    Agent agent =
        fold(register("a", 1, "s"), replacing("b", 2, "t", "a"), replacing("c", 3, "u", "a"));

    assertThat(agent.fate("c")).isEqualTo(Fate.VOID);
    assertThat(holder(agent)).hasValue("t");
  }

  @Test
  void r01_oneThatComesTooLateForItsPlaceIsVoid() {
    Agent agent =
        fold(
            register("a", 1, "s"),
            deregister("b", "a"),
            register("c", 2, "t"),
            deregister("d", "c"),
            register("e", 2, "u"));

    assertThat(agent.fate("e")).isEqualTo(Fate.VOID);
    assertThat(agent.standing()).isEmpty();
    assertThat(agent.nextNumber()).isEqualTo(3);
  }

  @Test
  void r01_whoeverHasLeftNeedNotBeNamed() {
    Agent agent = fold(register("a", 1, "s"), deregister("b", "a"), register("c", 2, "t"));

    assertThat(holder(agent)).hasValue("t");
    assertThat(
            fold(register("a", 1, "s"), deregister("b", "a"), replacing("c", 2, "t", "a"))
                .standing())
        .isEmpty();
  }

  @Test
  void r01_twiceInOneSessionKeepsStatusActionAndBeginning() {
    Agent agent =
        fold(
            register("a", 1, "s"),
            status("b", "a", AgentStatus.ERROR),
            replacing("c", 2, "s", "a"));

    Registration updated = agent.standing().orElseThrow();
    assertThat(updated.op()).isEqualTo("c");
    assertThat(updated.status()).isEqualTo(AgentStatus.ERROR);
    assertThat(updated.action()).hasValue("does b");
    assertThat(updated.since()).isEqualTo(Sheet.at(1));
    assertThat(updated.heard()).isEqualTo(Sheet.at(2));
  }

  @Test
  void r01_aTakeoverBeginsAnew() {
    Agent agent =
        fold(
            register("a", 1, "s"),
            status("b", "a", AgentStatus.ERROR),
            replacing("c", 2, "t", "a"));

    Registration taken = agent.standing().orElseThrow();
    assertThat(taken.status()).isEqualTo(AgentStatus.ACTIVE);
    assertThat(taken.action()).isEmpty();
    assertThat(taken.since()).isEqualTo(Sheet.at(2));
  }

  @Test
  void j05_theSameOperationTwiceCountsOnce() {
    Agent agent =
        fold(
            register("a", 1, "s"),
            status("b", "a", AgentStatus.ERROR),
            status("c", "a", AgentStatus.INACTIVE),
            status("b", "a", AgentStatus.ERROR),
            register("a", 1, "s"));

    assertThat(agent.standing().orElseThrow().status()).isEqualTo(AgentStatus.INACTIVE);
    assertThat(agent.nextNumber()).isEqualTo(2);
    assertThat(agent.last()).hasValue("c");
  }

  @Test
  void r03_aBeatChangesNeitherStatusNorAction() {
    Agent before = fold(register("a", 1, "s"), status("b", "a", AgentStatus.ERROR));
    Agent after =
        fold(register("a", 1, "s"), status("b", "a", AgentStatus.ERROR), beat("c", "a", 30));

    Registration beaten = after.standing().orElseThrow();
    assertThat(beaten.heard()).isEqualTo(Sheet.at(30));
    assertThat(beaten).isEqualTo(before.standing().orElseThrow().heardAt(Sheet.at(30)));
  }

  @Test
  void r04_aRemovalIsVoidIfAnythingCountedMeanwhile() {
    Agent agent = fold(register("a", 1, "s"), beat("b", "a", 3), removed("c", "a", false));

    assertThat(agent.fate("c")).isEqualTo(Fate.VOID);
    assertThat(agent.removed()).isEmpty();
  }

  @Test
  void j07_afterARemovalEverythingIsVoidAndNumbersGoOn() {
    Agent agent =
        fold(
            register("a", 1, "s"),
            deregister("b", "a"),
            removed("c", "b", false),
            register("d", 2, "t"));

    assertThat(agent.fate("d")).isEqualTo(Fate.UNSEEN);
    Agent next = Agent.startingAt(agent.successor());
    assertThat(next.newest()).isEmpty();
    assertThat(next.nextNumber()).isEqualTo(2);
    assertThat(agent.successor().epoch()).isEqualTo(2);
  }

  @Test
  void j08_aRotationCarriesTheRegistrationOver() {
    Agent agent =
        fold(register("a", 1, "s"), status("b", "a", AgentStatus.ERROR), removed("c", "b", true));

    Agent next = Agent.startingAt(agent.successor());
    assertThat(next.standing()).isEqualTo(agent.standing());
    next.accept(beat("d", "a", 30));
    assertThat(next.fate("d")).isEqualTo(Fate.COUNTED);
    next.accept(replacing("e", 2, "t", "a"));
    assertThat(holder(next)).hasValue("t");
  }

  @Test
  void j07_onlyAClosedJournalHasASuccessor() {
    assertThatThrownBy(() -> fold(register("a", 1, "s")).successor())
        .isInstanceOf(IllegalStateException.class);
  }

  /** Every kind of record that is about the first registration, {@code a}. */
  static Stream<AgentRecord> about() {
    return Stream.of(
        replacing("z", 2, "s", "a"),
        replacing("z", 2, "t", "a"),
        status("z", "a", AgentStatus.INACTIVE),
        beat("z", "a", 40),
        deregister("z", "a"),
        removed("z", "a", false));
  }

  @ParameterizedTest
  @MethodSource("about")
  void r01_allCountWhileTheRegistrationStands(AgentRecord about) {
    assertThat(fold(register("a", 1, "s"), about).fate("z")).isEqualTo(Fate.COUNTED);
  }

  @ParameterizedTest
  @MethodSource("about")
  void r01_noneCountsBeforeIt(AgentRecord about) {
    assertThat(fold(about).fate("z")).isEqualTo(Fate.VOID);
  }

  @ParameterizedTest
  @MethodSource("about")
  void r01_noneCountsAfterItHasLeft(AgentRecord about) {
    Agent left = fold(register("a", 1, "s"), deregister("b", "a"), about);

    assertThat(left.fate("z")).isEqualTo(Fate.VOID);
    assertThat(left.standing()).isEmpty();
    assertThat(left.removed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("about")
  void r01_noneCountsAfterItWasReplaced(AgentRecord about) {
    Agent untouched = fold(register("a", 1, "s"), replacing("b", 2, "u", "a"));
    Agent agent = fold(register("a", 1, "s"), replacing("b", 2, "u", "a"), about);

    assertThat(agent.fate("z")).isEqualTo(Fate.VOID);
    assertThat(agent.standing()).isEqualTo(untouched.standing());
  }

  @ParameterizedTest
  @MethodSource("about")
  void j07_noneCountsInAClosedJournal(AgentRecord about) {
    Agent agent = fold(register("a", 1, "s"), removed("b", "a", true), about);

    assertThat(agent.fate("z")).isEqualTo(Fate.UNSEEN);
    assertThat(Agent.startingAt(agent.successor()).standing())
        .isEqualTo(fold(register("a", 1, "s")).standing());
  }

  @ParameterizedTest
  @MethodSource("about")
  void r01_againstADeregistrationTheFirstOneWins(AgentRecord record) {
    Agent before = fold(register("a", 1, "s"), record, deregister("d", "a"));
    boolean leavesItStanding = record instanceof StatusChange || record instanceof Beat;

    assertThat(before.fate("d") == Fate.COUNTED).isEqualTo(leavesItStanding);
  }

  private static Optional<String> holder(Agent agent) {
    return agent.standing().flatMap(Registration::session);
  }
}
