package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.testkit.HistoryChecker;
import io.agentsync.testkit.ManualTime;
import io.agentsync.testkit.Participation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever fails in an ensemble of three servers, or between it and its clients, whose clocks are
 * wrong by hours: all are told the same, or none (SP-9), and every wait ends (SP-12).
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ClusterTest {

  private static final String POINT = "p";
  private static final Set<String> ALL = new TreeSet<>(Set.of("a", "b", "c", "d"));
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofMinutes(1);

  private static TestCluster cluster;

  private final List<Machine> machines = new ArrayList<>();
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private String location;

  @BeforeAll
  static void start() throws Exception {
    cluster = new TestCluster();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @BeforeEach
  void open() throws Exception {
    location = cluster.freshLocation();
    for (String agent : ALL) {
      Duration ahead = Duration.ofHours(2L * machines.size() - 3);
      machines.add(new Machine(cluster, location, agent, ahead));
    }
  }

  @AfterEach
  void close() throws Exception {
    cluster.restore();
    for (Machine machine : machines) {
      machine.close();
    }
  }

  @Test
  void sp09_theLeaderIsKilledInTheMiddleOfARound() throws Exception {
    List<CompletableFuture<SyncResult>> calls = callAll(machines.subList(0, 3), LONG);
    allHaveArrived(3);
    cluster.killLeader();
    calls.addAll(callAll(machines.subList(3, 4), LONG));

    for (CompletableFuture<SyncResult> call : calls) {
      assertThat(within(call).outcome()).isEqualTo(SyncOutcome.COMPLETED);
    }
    assertHistory();
  }

  @Test
  void sp09_oneLeaderAfterTheOtherIsKilled() throws Exception {
    beginAll();
    for (int i = 0; i < 2; i++) {
      cluster.killLeader();
      allMeetAgain();
      cluster.restore();
    }
    allLeave();
  }

  @Test
  void sp12_whileThereIsNoMajorityWaitsGoOn_orEndWithTheNamesOfTheServers() throws Exception {
    List<CompletableFuture<SyncResult>> calls = callAll(machines.subList(0, 3), LONG);
    CompletableFuture<SyncResult> impatient =
        machines.get(0).synchronizer().joinOrCreateSyncPoint("q", "a", ALL, SHORT);
    allHaveArrived(3);
    long start = System.nanoTime();
    cluster.loseQuorum(random);

    assertThatThrownBy(() -> within(impatient))
        .hasCauseInstanceOf(StoreUnreachableException.class)
        .hasMessageContaining("127.0.0.1:");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(SHORT.plusSeconds(2).plusMillis(500));
    assertThat(calls).allSatisfy(call -> assertThat(call).isNotDone());
    cluster.restore();
    calls.addAll(callAll(machines.subList(3, 4), LONG));
    for (CompletableFuture<SyncResult> call : calls) {
      assertThat(within(call).outcome()).isEqualTo(SyncOutcome.COMPLETED);
    }
    assertHistory();
  }

  @Test
  void sp09_theMajorityIsLostAndRegained() throws Exception {
    beginAll();
    cluster.loseQuorum(random);
    pause(3000);
    cluster.restore();
    allMeetAgain();
    allLeave();
  }

  @Test
  void sp09_oneIsCutOffUntilItHasExpired_whileTheOthersGoOn() throws Exception {
    beginAll();
    Machine alone = machines.get(1);
    alone.synchronizer().registry().registerAgent("b", "worker", List.of());
    alone.cut();
    assertThat(Eventually.so(() -> liveness(machines.get(0), "b") == Liveness.DEAD)).isTrue();
    alone.heal();
    allMeetAgain();
    assertThat(Eventually.so(() -> liveness(machines.get(0), "b") == Liveness.ALIVE)).isTrue();
    allLeave();
  }

  @Test
  void sp09_whoExpiresWhileItWaitsIsToldWhatTheOthersAreTold() throws Exception {
    Machine alone = machines.get(0);
    alone.synchronizer().registry().registerAgent("a", "worker", List.of());
    List<CompletableFuture<SyncResult>> calls = callAll(List.of(alone), LONG);
    allHaveArrived(1);
    alone.cut();
    assertThat(Eventually.so(() -> liveness(machines.get(1), "a") == Liveness.DEAD)).isTrue();
    calls.addAll(callAll(machines.subList(1, 4), LONG));
    for (CompletableFuture<SyncResult> call : calls.subList(1, 4)) {
      assertThat(within(call).arrived()).isEqualTo(ALL);
    }
    alone.heal();
    assertThat(within(calls.get(0)).outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertHistory();
  }

  @Test
  void sp11_clocksThatAreHoursApartNeitherHastenNorDelayADeadline() {
    long start = System.nanoTime();
    for (CompletableFuture<SyncResult> call : callAll(machines.subList(0, 3), SHORT)) {
      SyncResult told = within(call);
      assertThat(told.outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
      assertThat(told.missing()).containsExactly("d");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(SHORT, SHORT.plusSeconds(2).plusMillis(500));
    assertHistory();
  }

  @Test
  void w01_whoIsRungAtReadsWhatWasAppendedBefore_alsoOnAnotherServer() {
    Moment now = new ManualTime().now();
    try (JournalStore here = Engines.open(cluster.at(0, location), Durability.POWER);
        JournalStore there = Engines.open(cluster.at(1, location), Durability.POWER);
        JournalStore.Session mine = here.openSession(now);
        JournalStore.Session his = there.openSession(now);
        Doorbell bell = here.doorbell(mine);
        Doorbell ear = there.doorbell(his)) {
      for (int number = 0; number < 50; number++) {
        JournalName name = Space.of("syncpoints").journal("point-" + number);
        try (Journal journal = here.create(name);
            Journal reader = there.open(name).orElseThrow()) {
          journal.append(List.of(new byte[] {'1'}));
          journal.appendInPassing(List.of(new byte[] {'2'}));
          boolean heard =
              Eventually.so(
                  () -> {
                    bell.ring(Set.of(his.id()), name);
                    return ear.await(Duration.ofSeconds(1)).contains(name);
                  });

          assertThat(heard).isTrue();
          assertThat(reader.readRung()).hasSize(2);
        }
      }
    }
  }

  /** Ten minutes long where the system property {@code agentsync.torture} is {@code full}. */
  @Test
  void sp09_whateverFails_allAreToldTheSame() throws Exception {
    boolean full = "full".equals(System.getProperty("agentsync.torture"));
    long end = System.nanoTime() + Duration.ofSeconds(full ? 600 : 10).toNanos();
    beginAll();
    while (System.nanoTime() - end < 0) {
      trouble();
      if (random.nextInt(4) == 0) {
        allMeetAgain();
      }
    }
    cluster.restore();
    machines.forEach(Machine::heal);
    allMeetAgain();
    allLeave();
  }

  private void trouble() throws Exception {
    switch (random.nextInt(5)) {
      case 0 -> cluster.killLeader();
      case 1 -> cluster.loseQuorum(random);
      default -> machines.get(random.nextInt(machines.size())).cut();
    }
    pause(random.nextInt(4000));
    cluster.restore();
    machines.forEach(Machine::heal);
  }

  private List<CompletableFuture<SyncResult>> callAll(List<Machine> some, Duration timeout) {
    List<CompletableFuture<SyncResult>> calls = new ArrayList<>();
    some.forEach(machine -> calls.add(machine.call(POINT, ALL, timeout)));
    return calls;
  }

  private void allHaveArrived(int count) {
    assertThat(
            Eventually.so(
                () ->
                    machines.get(0).synchronizer().getSyncStatus(POINT).arrived().size() == count))
        .isTrue();
  }

  private void beginAll() {
    machines.forEach(machine -> machine.begin(POINT, ALL, SHORT));
    allMeetAgain();
  }

  /** All meet in a round that each of them calls for from now on. */
  private void allMeetAgain() {
    long now = System.nanoTime();
    assertThat(Eventually.so(() -> machines.stream().allMatch(one -> one.hasMetSince(now))))
        .as("all meet again: %s", machines)
        .isTrue();
  }

  private void allLeave() {
    machines.forEach(Machine::leave);
    assertThat(Eventually.so(() -> machines.stream().allMatch(Machine::left))).isTrue();
    assertHistory();
  }

  private void assertHistory() {
    List<Participation> calls = new ArrayList<>();
    machines.forEach(machine -> calls.addAll(machine.calls()));
    try (JournalStore store = Engines.open(location, Durability.POWER)) {
      assertThat(calls).isNotEmpty();
      assertThat(HistoryChecker.violations(store, Space.of("syncpoints").journal(POINT), calls))
          .as("seed %d", seed)
          .isEmpty();
    }
    assertThat(machines).allSatisfy(machine -> assertThat(machine.troubles()).isEmpty());
  }

  private static Liveness liveness(Machine seenBy, String agent) {
    return seenBy.synchronizer().registry().getAgent(agent).orElseThrow().liveness();
  }

  private static SyncResult within(CompletableFuture<SyncResult> call) {
    return call.copy().orTimeout(40, TimeUnit.SECONDS).join();
  }

  /** How long a trouble lasts. */
  private static void pause(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
