package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.syncpoint.Arrive;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who leaves its arrival to others for a moment. */
class SyncFutureTest {

  private static final long MOMENT = Duration.ofMillis(1).toNanos();
  private static final long LONG = Duration.ofMinutes(5).toNanos();

  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party party = new Party("mine", store.plain(), new HandTime("here"));

  @Test
  void whomNobodyTakesAlongGoesByItself() throws Exception {
    SyncFuture alone = party.future("a");
    alone.leaveToCompany();

    assertThat(papers.records(Arrive.class)).isEmpty();
    assertThat(alone.await(MOMENT).success()).isTrue();
  }

  @Test
  void whoIsTakenAlongIsToldByThem() throws Exception {
    SyncFuture first = party.future("a", "b");
    first.leaveToCompany();
    party.call("b", "a").result();

    assertThat(first.await(LONG).success()).isTrue();
    assertThat(papers.records(Arrive.class)).hasSize(2);
  }

  @Test
  void sp06_whoIsInterruptedMeanwhileHasNeverArrived() {
    SyncFuture first = party.future("a", "b");
    first.leaveToCompany();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> first.await(LONG)).isInstanceOf(InterruptedException.class);
    assertThat(papers.records(Arrive.class)).isEmpty();
  }
}
