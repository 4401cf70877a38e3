package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.SyncOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rule SP-8: when a generation is complete, and what agents say and bring (SP-5). */
class CompletionRulesTest {

  private static final Spec ABC = spec("a", "b", "c");
  private static final Spec TWO_OF_ABC = quorum(2, "a", "b", "c");

  private final Records records = new Records();

  @Test
  void sp08_whoAbstainsHoldsUpNobody() {
    arrive("a1", "a", ABC, ArrivalStatus.ABSTAIN);
    arrive("b1", "b", ABC, ArrivalStatus.ABSTAIN);
    arrive("c1", "c", ABC, ArrivalStatus.OK);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
  }

  @Test
  void sp07_aFailedArrivalAbortsAndNamesWhoFailed() {
    arrive("a1", "a", ABC, ArrivalStatus.OK);
    arrive("b1", "b", ABC, ArrivalStatus.FAILED);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(end().reason()).contains("b arrived with status FAILED");
    assertThat(generation().arrived()).containsExactly("a", "b");
  }

  @Test
  void sp08_aQuorumIsMetByThoseWithOk() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.ABSTAIN);
    arrive("b1", "b", TWO_OF_ABC, ArrivalStatus.OK);
    assertThat(generation().open()).isTrue();
    arrive("c1", "c", TWO_OF_ABC, ArrivalStatus.OK);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
  }

  @Test
  void sp08_aQuorumIsMetBeforeAllAreThere() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.OK);
    arrive("c1", "c", TWO_OF_ABC, ArrivalStatus.OK);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(generation().missing()).containsExactly("b");
  }

  @Test
  void sp08_underAQuorumWhoFailsAbstains_andItIsAbortedOnceItCannotBeReached() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.FAILED);
    assertThat(generation().open()).isTrue();
    arrive("b1", "b", TWO_OF_ABC, ArrivalStatus.FAILED);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(end().reason()).contains("2 with OK can no longer be reached; failed: a, b");
  }

  @Test
  void sp08_withdrawingAnAbstentionForAnOkCanMeetTheQuorum() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.OK);
    arrive("b1", "b", TWO_OF_ABC, ArrivalStatus.ABSTAIN);
    records.withdraw("w", 1, "a1", "b1");
    assertThat(generation().open()).isTrue();
    arrive("b2", "b", TWO_OF_ABC, ArrivalStatus.OK);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
  }

  @Test
  void sp05_theLatestStandingClaimSaysStatusAndPayload() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.OK, "first");
    arrive("a2", "a", TWO_OF_ABC, ArrivalStatus.ABSTAIN, "second");
    assertThat(generation().payloads()).isEqualTo(Map.of("a", "second"));
    arrive("b1", "b", TWO_OF_ABC, ArrivalStatus.OK);
    assertThat(generation().open()).isTrue();

    records.withdraw("w", 1, "a1", "a2");

    assertThat(generation().payloads()).isEqualTo(Map.of("a", "first"));
    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(end().op()).isEqualTo("w");
  }

  @Test
  void sp07_payloadsThatCameBeforeAFailureAreHandedOut() {
    arrive("a1", "a", ABC, ArrivalStatus.OK, Map.of("tests", 12L));
    arrive("b1", "b", ABC, ArrivalStatus.FAILED, "out of memory");
    arrive("c1", "c", ABC, ArrivalStatus.OK, "too late");

    assertThat(generation().payloads())
        .isEqualTo(Map.of("a", Map.of("tests", 12L), "b", "out of memory"));
  }

  @Test
  void sp08_whoIsExcusedIsNotWaitedFor() {
    arrive("a1", "a", ABC, ArrivalStatus.OK);
    excuse("e1", "b");
    assertThat(generation().missing()).containsExactly("c");
    assertThat(generation().excused()).containsExactly("b");
    arrive("c1", "c", ABC, ArrivalStatus.OK);

    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(end().reason()).contains("without b, excused by op: ill");
  }

  @Test
  void sp08_theLastExcuseCompletesWhoStands() {
    arrive("a1", "a", ABC, ArrivalStatus.OK);
    excuse("e1", "b");
    excuse("e2", "c");

    assertThat(end().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(end().op()).isEqualTo("e2");
    assertThat(end().actor()).contains("op");
  }

  @Test
  void sp08_whoIsExcusedAndComesAllTheSameCounts() {
    arrive("a1", "a", ABC, ArrivalStatus.OK);
    excuse("e1", "b");
    arrive("b1", "b", ABC, ArrivalStatus.OK, "here I am");
    arrive("c1", "c", ABC, ArrivalStatus.OK);

    assertThat(generation().arrived()).containsExactly("a", "b", "c");
    assertThat(generation().excused()).isEmpty();
    assertThat(end().reason()).isEmpty();
  }

  @Test
  void sp08_excusesAloneCompleteNothing() {
    records.declare("d", 1, ABC);
    for (String agent : ABC.required()) {
      records.add(new Excuse("e-" + agent, 1, "d", agent, "op", Optional.empty(), records.tick()));
    }
    assertThat(generation().open()).isTrue();

    records.force("f", 1, "d");

    assertThat(end().outcome()).isEqualTo(SyncOutcome.FORCED);
  }

  @Test
  void sp08_anExcuseNeverLowersAQuorum() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.OK);
    excuse("e1", "b");
    assertThat(generation().open()).isTrue();
    excuse("e2", "c");

    assertThat(end().outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(end().reason())
        .contains(
            "2 with OK can no longer be reached; without b, excused by op: ill; without c, excused by op: ill");
  }

  @Test
  void sp02_anotherQuorumIsAnotherView() {
    arrive("a1", "a", TWO_OF_ABC, ArrivalStatus.OK);
    arrive("b1", "b", quorum(3, "a", "b", "c"), ArrivalStatus.OK);
    arrive("c1", "c", ABC, ArrivalStatus.OK);

    assertThat(generation().mismatches()).extracting(Mismatch::agent).containsExactly("b", "c");
  }

  @Test
  void sp08_aQuorumIsBetweenOneAndAll() {
    assertThatThrownBy(() -> quorum(0, "a")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> quorum(2, "a"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("use 1 to 1");
  }

  private void arrive(String op, String agent, Spec view, ArrivalStatus status) {
    add(op, agent, view, status, Optional.empty());
  }

  private void arrive(String op, String agent, Spec view, ArrivalStatus status, Object payload) {
    add(op, agent, view, status, Optional.of(payload));
  }

  private void add(
      String op, String agent, Spec view, ArrivalStatus status, Optional<Object> payload) {
    records.add(
        new Arrive(
            op,
            1,
            agent,
            Optional.of("s-" + agent),
            View.of(view),
            Optional.empty(),
            status,
            payload,
            false,
            records.tick()));
  }

  private void excuse(String op, String agent) {
    records.add(new Excuse(op, 1, "a1", agent, "op", Optional.of("ill"), records.tick()));
  }

  private Generation generation() {
    return records.generation(1);
  }

  private End end() {
    return generation().end().orElseThrow();
  }

  private static Spec quorum(int least, String... agents) {
    return new Spec(new TreeSet<>(Set.of(agents)), CompletionRule.quorum(least), Records.TIMEOUT);
  }
}
