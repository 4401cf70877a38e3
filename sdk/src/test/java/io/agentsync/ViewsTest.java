package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A set that cannot change is looked through once; any other, and any other call, anew (SP-1). */
class ViewsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Set<String> AGENTS = Set.of("a", "b", "c");

  private final Views views = new Views();

  @Test
  void sp01_agentsOfOneSetShareTheirView() {
    assertThat(view("b", AGENTS)).isSameAs(view("a", AGENTS));
    assertThat(view("c", AGENTS).required()).containsExactly("a", "b", "c");
  }

  @Test
  void sp01_whoIsNotInTheSetIsAddedToItsOwnViewOnly() {
    Spec others = view("a", AGENTS);
    assertThat(view("d", AGENTS).required()).containsExactly("a", "b", "c", "d");
    assertThat(view("a", AGENTS)).isEqualTo(others);
    assertThat(view("d", AGENTS).required()).contains("d");
  }

  @Test
  void sp01_aSetThatChangesIsLookedAtEachTime() {
    Set<String> growing = new TreeSet<>(AGENTS);
    assertThat(view("a", growing).required()).hasSize(3);
    growing.add("d");
    assertThat(view("a", growing).required()).hasSize(4);
  }

  @Test
  void sp01_anotherRuleOrTimeoutIsAnotherView() {
    view("a", AGENTS);
    CompletionRule two = CompletionRule.quorum(2);
    assertThat(views.of("a", AGENTS, two, TIMEOUT).rule()).isEqualTo(two);
    Duration more = TIMEOUT.plusSeconds(1);
    assertThat(views.of("a", AGENTS, CompletionRule.ALL, more).timeout()).isEqualTo(more);
  }

  @Test
  void sp01_badNamesAreRefusedWhateverWasSeenBefore() {
    view("a", AGENTS);
    assertThatThrownBy(() -> view("../a", AGENTS)).isInstanceOf(InvalidRequestException.class);
    Set<String> bad = Set.of("a", "b c");
    assertThatThrownBy(() -> view("a", bad)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> view("a", bad)).isInstanceOf(InvalidRequestException.class);
  }

  private Spec view(String agent, Set<String> agents) {
    return views.of(agent, agents, CompletionRule.ALL, TIMEOUT);
  }
}
