package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.agent.Vital;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.SyncPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules SP-13 and SP-14, as those who wait judge them. */
class LossWatchTest {

  private static final Duration GRACE = Duration.ofSeconds(15);

  private final HandTime time = new HandTime("boot");
  private final Map<String, Vital> vitals = new HashMap<>();
  private final Map<String, Life> sessions = new HashMap<>();
  private final LossWatch watch =
      new LossWatch(
          (agent, since) -> vitals.getOrDefault(agent, Vital.UNREGISTERED),
          session -> sessions.getOrDefault(session, Life.UNKNOWN));
  private final OpIds ops = new OpIds();

  @Test
  void sp13_whoIsGoneForLongerThanTheGraceIsLost() {
    Generation open = waitingFor("b");
    vitals.put("b", Vital.gone(time.now(), true, "its process is gone"));
    time.advance(GRACE.minusMillis(1));
    assertThat(lost(open)).isEmpty();

    time.advance(Duration.ofMillis(1));

    assertThat(lost(open).orElseThrow().agents()).containsExactly("b");
    assertThat(lost(open).orElseThrow().reason()).isEqualTo("b is lost: its process is gone");
  }

  @Test
  void sp13_whoNeverLivedAfterTheOpeningIsNotLost() {
    Generation open = waitingFor("b");
    vitals.put("b", Vital.gone(time.now(), false, "its process is gone"));
    time.advance(GRACE.multipliedBy(2));

    assertThat(lost(open)).isEmpty();
  }

  @Test
  void sp13_theUnregisteredAndTheLivingAreNotLost() {
    Generation open = waitingFor("b", "c");
    vitals.put("c", Vital.alive(true, "was heard of just now"));
    time.advance(GRACE.multipliedBy(2));

    assertThat(lost(open)).isEmpty();
  }

  @Test
  void sp13_anUnreadableRegistryProvesNothing() {
    LossWatch blind =
        new LossWatch(
            (agent, since) -> {
              throw new StoreException("there", "cannot be read", null);
            },
            session -> Life.DEAD);
    time.advance(GRACE);

    assertThat(blind.lost(waitingFor("b"), Duration.ZERO, ops, time.now())).isEmpty();
  }

  @Test
  void sp13_theRegistryIsAskedOnceASecondAtMost() {
    Generation open = waitingFor("b");
    assertThat(watch.due(open, time.now())).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(watch.due(open, time.now())).isTrue();
    time.advance(Duration.ofMillis(999));
    assertThat(watch.due(open, time.now())).isFalse();
    time.advance(Duration.ofMillis(1));
    assertThat(watch.due(open, time.now())).isTrue();
  }

  @Test
  void sp14_aGenerationOfAnEarlierBootIsAborted() {
    Generation open = waitingFor("b");

    Abort abort = watch.ofEarlierBoot(open, ops, new HandTime("next").now()).orElseThrow();

    assertThat(abort.generation()).isEqualTo(1);
    assertThat(abort.reason().orElseThrow()).contains("booted again");
  }

  @Test
  void sp14_notWhileASessionNamedInItLives() {
    Generation open = waitingFor("b");
    sessions.put("gone", Life.ALIVE);

    assertThat(watch.ofEarlierBoot(open, ops, new HandTime("next").now())).isEmpty();
  }

  @Test
  void sp14_notInTheSameBoot_andNotByARecordWithoutABoot() {
    assertThat(watch.ofEarlierBoot(waitingFor("b"), ops, time.now())).isEmpty();
    Generation nowhere = waiting(new Moment(Instant.EPOCH, Optional.empty(), 0), "b");
    assertThat(watch.ofEarlierBoot(nowhere, ops, time.now())).isEmpty();
  }

  private Optional<Lost> lost(Generation open) {
    return watch.lost(open, GRACE, ops, time.now());
  }

  private Generation waitingFor(String... missing) {
    return waiting(time.now(), missing);
  }

  private static Generation waiting(Moment at, String... missing) {
    String[] required = new String[missing.length + 1];
    System.arraycopy(missing, 0, required, 1, missing.length);
    required[0] = "a";
    SyncPoint point = SyncPoint.startingAt(Head.FIRST);
    point.accept(Papers.arrival("a1", 1, "a", at, required));
    return point.open().orElseThrow();
  }
}
