package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.agent.Vital;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
          new EarlierBoots(true, session -> sessions.getOrDefault(session, Life.UNKNOWN)));
  private final OpIds ops = new OpIds();

  @Test
  void sp13_whoIsGoneForLongerThanTheGraceIsLost() {
    Generation open = waitingFor("b");
    vitals.put("b", Vital.gone(time.now(), true, "its process is gone"));
    time.advance(GRACE.minusMillis(1));
    assertThat(lost(open)).isEmpty();

    time.advance(Duration.ofMillis(1));

    assertThat(lost(open).orElseThrow().agents()).containsExactly("b");
    assertThat(lost(open).orElseThrow().reason())
        .isEqualTo("b is lost: its process is gone, known since 1970-01-01T01:00:00Z");
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
  void sp13_whoComesBackJustBeforeItIsWrittenIsNotLost() {
    Generation open = waitingFor("b");
    Vital gone = Vital.gone(time.now(), true, "its process is gone");
    time.advance(GRACE);
    Deque<Vital> answers = new ArrayDeque<>(List.of(gone, Vital.alive(true, "is back")));
    LossWatch asks =
        new LossWatch((agent, since) -> answers.remove(), new EarlierBoots(true, id -> Life.DEAD));

    assertThat(asks.lost(open, GRACE, ops, time.now())).isEmpty();
    assertThat(answers).isEmpty();
  }

  @Test
  void sp13_whoArrivesAndLeavesAgainIsWaitedForAnew() {
    SyncPoint point = waitingPoint(time.now(), "a", "b", "c");
    vitals.put("b", Vital.gone(time.now(), true, "its process is gone"));
    time.advance(GRACE.dividedBy(2));
    point.accept(Papers.arrival("b1", 1, "b", time.now(), "b"));
    point.accept(new Withdraw("w", 1, "a1", "b1", "b", time.now()));
    Generation open = point.open().orElseThrow();
    time.advance(GRACE.minusMillis(1));
    assertThat(lost(open)).isEmpty();

    time.advance(Duration.ofMillis(1));
    assertThat(lost(open)).isPresent();
  }

  @Test
  void sp13_ofManyWhoAreMissingSomeAreAskedAfterAtATime() {
    String[] missing = IntStream.range(0, 120).mapToObj(i -> "m" + i).toArray(String[]::new);
    Generation open = waitingFor(missing);
    vitals.put("m99", Vital.gone(time.now(), true, "its process is gone"));
    time.advance(GRACE);
    List<String> asked = new ArrayList<>();
    LossWatch asks =
        new LossWatch(
            (agent, since) -> {
              asked.add(agent);
              return vitals.getOrDefault(agent, Vital.UNREGISTERED);
            },
            new EarlierBoots(true, id -> Life.DEAD));

    assertThat(asks.lost(open, GRACE, ops, time.now())).isEmpty();
    assertThat(asks.lost(open, GRACE, ops, time.now())).isEmpty();
    assertThat(asked).hasSize(100).doesNotHaveDuplicates();
    assertThat(asks.lost(open, GRACE, ops, time.now()).orElseThrow().agents())
        .containsExactly("m99");
  }

  @Test
  void sp13_anUnreadableRegistryProvesNothing() {
    LossWatch blind =
        new LossWatch(
            (agent, since) -> {
              throw new StoreException("there", "cannot be read", null);
            },
            new EarlierBoots(true, session -> Life.DEAD));
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
  void sp14_notWhereAnotherBootMayBeThatOfAnotherMachine() {
    Generation open = waitingFor("b");
    HandTime next = new HandTime("next");

    assertThat(new EarlierBoots(false, session -> Life.DEAD).left(open, next.now())).isFalse();
    assertThat(new EarlierBoots(true, session -> Life.DEAD).left(open, next.now())).isTrue();
  }

  @Test
  void sp14_notWhereEveryProcessHasAClockOfItsOwn() {
    HandTime own = new HandTime(Domain.ofProcess("one"));
    HandTime other = new HandTime(Domain.ofProcess("other"));
    Generation open = waiting(own.now(), "b");

    assertThat(watch.ofEarlierBoot(open, ops, other.now())).isEmpty();
    assertThat(watch.ofEarlierBoot(open, ops, time.now())).isEmpty();
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
    return waitingPoint(at, required).open().orElseThrow();
  }

  private static SyncPoint waitingPoint(Moment at, String... required) {
    SyncPoint point = SyncPoint.startingAt(Head.FIRST);
    point.accept(Papers.arrival("a1", 1, "a", at, required));
    return point;
  }
}
