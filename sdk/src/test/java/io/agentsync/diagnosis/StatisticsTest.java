package io.agentsync.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Domain;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreHealth;
import io.agentsync.model.Straggler;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatistics;
import io.agentsync.model.WaitTimes;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.View;
import io.agentsync.syncpoint.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is counted of the folds of journals. */
class StatisticsTest {

  private static final StoreHealth HEALTH = new StoreHealth(Durability.POWER, 1, 0, 0, 0, 0);
  private static final Domain HERE = new Domain("boot", Optional.empty());

  private final SyncPoint point = SyncPoint.startingAt(Head.FIRST);
  private final Spec spec =
      new Spec(Set.of("a", "b", "c"), CompletionRule.ALL, Duration.ofSeconds(30));
  private long ops;

  @Test
  void nothingIsCountedWhereNothingIs() {
    SyncStatistics none = count();

    assertThat(none.total()).isZero();
    assertThat(none.byState())
        .hasSize(4)
        .allSatisfy((state, number) -> assertThat(number).isZero());
    assertThat(none.byOutcome()).isEmpty();
    assertThat(none.successRate()).isEmpty();
    assertThat(none.waits()).isEmpty();
    assertThat(none.stragglers()).isEmpty();
  }

  @Test
  void everyGenerationCounts_openOnesByWhereTheyStand() {
    meet(1, 0, 1, 2);
    String nonce = arrive(2, "a", 10);
    point.accept(new Abort(op(), 2, nonce, "ops", Optional.empty(), at(20)));
    arrive(3, "a", 30);
    SyncStatistics all = count();

    assertThat(all.total()).isEqualTo(3);
    assertThat(all.byState())
        .isEqualTo(
            Map.of(
                SyncState.READY, 0L,
                SyncState.SYNCING, 1L,
                SyncState.COMPLETED, 1L,
                SyncState.ERROR, 1L));
    assertThat(all.byOutcome())
        .isEqualTo(Map.of(SyncOutcome.COMPLETED, 1L, SyncOutcome.ABORTED, 1L));
    assertThat(all.successRate()).hasValue(0.5);
  }

  @Test
  void whatIsOpenHasNoSuccessRate_norDoesADeclaration() {
    point.accept(new Declare(op(), 1, spec, at(0)));

    assertThat(count().in(SyncState.READY)).isEqualTo(1);
    assertThat(count().successRate()).isEmpty();
  }

  @Test
  void aJournalThatWasOnlyMovedOnIsReady() {
    Head moved = new Head(2, 7, 0, Optional.of(spec), true, Optional.of(at(0)));

    assertThat(count(SyncPoint.startingAt(moved)).in(SyncState.READY)).isEqualTo(1);
  }

  @Test
  void forcedIsASuccess_butNobodyCameLast() {
    String nonce = arrive(1, "a", 0);
    arrive(1, "b", 5);
    point.accept(new Force(op(), 1, nonce, "ops", Optional.empty(), at(9)));

    assertThat(count().successRate()).hasValue(1.0);
    assertThat(count().stragglers()).isEmpty();
    assertThat(count().waits().orElseThrow().longest()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void whatIsShownTwiceCountsOnce() {
    meet(1, 0, 1, 2);

    assertThat(count(point, point).total()).isEqualTo(1);
  }

  @Test
  void waitsAreFromTheFirstArrivalToTheEnd() {
    for (int i = 1; i <= 20; i++) {
      meet(i, 100L * i, 100L * i, 100L * i + i);
    }

    assertThat(count().waits())
        .hasValue(
            new WaitTimes(Duration.ofSeconds(10), Duration.ofSeconds(19), Duration.ofSeconds(20)));
  }

  @Test
  void oneMeetingIsItsOwnMedianAndLongest() {
    meet(1, 0, 3, 7);
    Duration seven = Duration.ofSeconds(7);

    assertThat(count().waits()).hasValue(new WaitTimes(seven, seven, seven));
  }

  @Test
  void aStragglerCostsTheTimeOfAllWhoWaitedForItAlone() {
    meet(1, 0, 3, 7);

    assertThat(count().stragglers())
        .containsExactly(new Straggler("c", 1, Duration.ofSeconds(2 * 4)));
  }

  @Test
  void stragglersAreSortedByWhatTheyCost() {
    meet(1, 0, 0, 1);
    meet(2, 10, 10, 11);
    arrive(3, "c", 20);
    arrive(3, "a", 20);
    arrive(3, "b", 40);

    assertThat(count().stragglers())
        .containsExactly(
            new Straggler("b", 1, Duration.ofSeconds(40)),
            new Straggler("c", 2, Duration.ofSeconds(4)));
  }

  @Test
  void anAgentThatWithdrewAndCameAgainCameWhenItCameAgain() {
    String nonce = arrive(1, "a", 0);
    arrive(1, "b", 1);
    point.accept(new Withdraw(op(), 1, nonce, nonce, "a", at(2)));
    arrive(1, "c", 3);
    arrive(1, "a", 10);

    assertThat(count().stragglers()).containsExactly(new Straggler("a", 1, Duration.ofSeconds(14)));
  }

  @Test
  void whoCallsTwiceCameWhenItCalledFirst() {
    arrive(1, "a", 0);
    arrive(1, "b", 1);
    arrive(1, "a", 5);
    arrive(1, "c", 6);

    assertThat(count().stragglers()).containsExactly(new Straggler("c", 1, Duration.ofSeconds(10)));
  }

  @Test
  void whoMeetsNobodyIsNoStraggler() {
    Spec alone = new Spec(Set.of("a"), CompletionRule.ALL, Duration.ofSeconds(30));
    point.accept(
        new Arrive(
            op(),
            1,
            "a",
            Optional.empty(),
            new View(Optional.of(alone), Optional.empty()),
            Optional.empty(),
            at(0)));

    assertThat(count().in(SyncState.COMPLETED)).isEqualTo(1);
    assertThat(count().stragglers()).isEmpty();
  }

  @Test
  void aClockThatIsBehindCostsNothing() {
    meet(1, 5, 6, 2);

    assertThat(count().stragglers()).containsExactly(new Straggler("c", 1, Duration.ZERO));
    assertThat(count().waits().orElseThrow().longest()).isEqualTo(Duration.ZERO);
  }

  private void meet(long generation, long a, long b, long c) {
    arrive(generation, "a", a);
    arrive(generation, "b", b);
    arrive(generation, "c", c);
  }

  private String arrive(long generation, String agent, long seconds) {
    String op = op();
    point.accept(
        new Arrive(
            op,
            generation,
            agent,
            Optional.empty(),
            new View(Optional.of(spec), Optional.empty()),
            Optional.empty(),
            at(seconds)));
    return op;
  }

  private SyncStatistics count() {
    return count(point);
  }

  private static SyncStatistics count(SyncPoint... journals) {
    Statistics statistics = new Statistics();
    List.of(journals).forEach(statistics::accept);
    return statistics.result(HEALTH, List.of());
  }

  private String op() {
    return "op" + ++ops;
  }

  private static Moment at(long seconds) {
    return new Moment(
        Instant.EPOCH.plusSeconds(seconds),
        Optional.of(HERE),
        Duration.ofSeconds(seconds).toNanos());
  }
}
