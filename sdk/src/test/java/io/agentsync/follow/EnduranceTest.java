package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.SyncPoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When somebody has to look before the next whole second, and when nobody has to. */
class EnduranceTest {

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party mine = new Party("mine", store.plain(), time);
  private final Endurance endurance = new Endurance(new DeadlineWatch());

  @Test
  void w1_aPointThatIsOnlyDeclaredIsNotLookedAtBeforeTheNextSecond() {
    mine.declare("a", "b");

    endurance.good(papers.fold(), time.now());
    assertThat(endurance.untilDue(papers.fold(), time.now())).isEmpty();
  }

  @Test
  void sp12_whereSomebodyWaitsItIsDueByTheDeadline() {
    mine.call("a", "b");

    endurance.good(papers.fold(), time.now());
    assertThat(endurance.untilDue(papers.fold(), time.now())).contains(Party.TIMEOUT);
  }

  @Test
  void j07_whatIsClosedIsLookedAtUntilItIsTakenAway_forNobodyRingsThen() {
    mine.call("a").result();
    SyncPoint point = papers.fold();
    Generation last = point.newest().orElseThrow();
    point.accept(new Removed("op", last.number(), last.nonce(), false, time.now()));

    endurance.good(point, time.now());
    assertThat(endurance.untilDue(point, time.now())).contains(Duration.ZERO);
  }
}
