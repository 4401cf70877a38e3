package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Who calls with the same names shares a view; any other set, and any other call, has its own
 * (SP-1).
 */
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
  void sp01_soDoTheyWhereEachHasASetOfItsOwn() {
    assertThat(view("b", new TreeSet<>(AGENTS))).isSameAs(view("a", new HashSet<>(AGENTS)));
    assertThat(view("c", AGENTS)).isSameAs(view("a", AGENTS));
  }

  @Test
  void sp01_otherNamesAreAnotherView_alsoIfTheyAreAsMany() {
    view("a", AGENTS);
    assertThat(view("a", Set.of("a", "b", "d")).required()).containsExactly("a", "b", "d");
    Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.addAll(Set.of("a", "B", "C"));
    assertThat(view("a", anyCase).required()).containsExactlyInAnyOrder("a", "B", "C");
    assertThat(view("a", AGENTS).required()).containsExactly("a", "b", "c");
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

  @Test
  @SuppressWarnings("NullAway") // What callers without such checks may do.
  void sp01_noSetAtAllIsRefusedInWordsWhateverWasSeenBefore() {
    view("a", AGENTS);
    assertThatThrownBy(() -> view("a", null)).isInstanceOf(InvalidRequestException.class);
    view("a", new HashSet<>(Set.of("a", "z")));
    assertThatThrownBy(() -> view("a", null)).isInstanceOf(InvalidRequestException.class);
  }

  private Spec view(String agent, Set<String> agents) {
    return views.of(agent, agents, CompletionRule.ALL, TIMEOUT);
  }
}
