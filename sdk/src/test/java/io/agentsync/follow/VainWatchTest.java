package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.deadlock.Gathering;
import io.agentsync.deadlock.Sight;
import io.agentsync.journal.Space;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule SP-15, as those who wait with failFast keep it. */
class VainWatchTest {

  private final HandTime time = new HandTime("boot");
  private final OpIds ops = new OpIds();
  private final List<Space> asked = new ArrayList<>();
  private Optional<Sight> sight = Optional.empty();
  private final VainWatch watch =
      new VainWatch(
          Party.POINT,
          space -> {
            asked.add(space);
            return sight;
          });

  @Test
  void sp15_inTheFirstSecondNobodyLooksElsewhere() {
    Generation open = waiting();
    time.advance(Duration.ofMillis(999));
    assertThat(vain(open)).isEmpty();
    assertThat(asked).isEmpty();

    time.advance(Duration.ofMillis(1));
    assertThat(vain(open)).isEmpty();
    assertThat(asked).containsExactly(Party.POINT.space());
  }

  @Test
  void sp15_itGoesByWhatTheLooksShow() {
    Generation open = waiting();
    time.advance(Duration.ofSeconds(2));
    look(open);
    assertThat(vain(open)).isEmpty();
    assertThat(vain(open)).isEmpty();

    time.advance(Duration.ofSeconds(1));
    look(open);

    assertThat(vain(open).orElseThrow().claims()).containsExactly("a1");
  }

  private Optional<Abort> vain(Generation open) {
    return watch.vain(open, ops, time.now());
  }

  private void look(Generation open) {
    Moment now = time.now();
    sight =
        Optional.of(
            new Sight(
                now,
                now,
                List.of(
                    blocked("p", open.nonce(), "a", "b", "a1"),
                    blocked("q", "n", "b", "a", "b1"))));
  }

  private static Gathering blocked(
      String point, String nonce, String agent, String other, String op) {
    return new Gathering(point, nonce, Set.of(agent), Set.of(agent), Set.of(other), 0, Set.of(op));
  }

  private Generation waiting() {
    SyncPoint point = SyncPoint.startingAt(Head.FIRST);
    point.accept(Papers.arrival("a1", 1, "a", time.now(), "a", "b"));
    return point.open().orElseThrow();
  }
}
