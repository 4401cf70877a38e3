package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.SyncOutcome;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule SP-13, as the fold keeps it: when a {@code lost} ends a generation. */
class LossRulesTest {

  private static final Spec ABC = spec("a", "b", "c");

  private final Records records = new Records();

  @Test
  void sp13_aMissingAgentThatIsLostEndsIt() {
    records.arrive("a1", 1, "a", ABC);
    lost("b");

    End end = records.generation(1).end().orElseThrow();
    assertThat(end.outcome()).isEqualTo(SyncOutcome.AGENT_LOST);
    assertThat(end.reason()).contains("b is lost");
    assertThat(records.generation(1).missing()).containsExactly("b", "c");
  }

  @Test
  void sp13_itIsVoidIfOneOfThemStands() {
    records.arrive("a1", 1, "a", ABC).arriveLike("b1", 1, "b", "a1");
    lost("b", "c");

    assertThat(records.generation(1).open()).isTrue();
  }

  @Test
  void sp13_itIsVoidForWhoIsNotRequired() {
    records.arrive("a1", 1, "a", ABC);
    lost("x");

    assertThat(records.generation(1).open()).isTrue();
  }

  @Test
  void sp13_itIsVoidForWhoIsExcused() {
    records.arrive("a1", 1, "a", ABC);
    records.add(new Excuse("e", 1, "a1", "b", "op", Optional.empty(), records.tick()));
    lost("b");

    assertThat(records.generation(1).open()).isTrue();
  }

  @Test
  void sp13_itIsVoidWhileAQuorumCanBeReachedWithoutThem() {
    Spec two = new Spec(ABC.required(), CompletionRule.quorum(2), Records.TIMEOUT);
    records.arrive("a1", 1, "a", two);
    lost("b");
    assertThat(records.generation(1).open()).isTrue();

    records.add(new Lost("l2", 1, "a1", Set.of("b", "c"), "both are lost", records.tick()));

    assertThat(records.generation(1).end().orElseThrow().outcome())
        .isEqualTo(SyncOutcome.AGENT_LOST);
  }

  @Test
  void sp13_nobodyLostIsNothing() {
    records.arrive("a1", 1, "a", ABC);
    lost();

    assertThat(records.generation(1).open()).isTrue();
  }

  private void lost(String... agents) {
    records.add(
        new Lost(
            "l",
            1,
            "a1",
            Set.of(agents),
            agents.length == 0 ? "" : agents[0] + " is lost",
            records.tick()));
  }
}
