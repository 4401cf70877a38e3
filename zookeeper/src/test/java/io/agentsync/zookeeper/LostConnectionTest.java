package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Engines;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a client whose connection is lost, for a moment or until it has expired. */
class LostConnectionTest {

  private static final JournalName POINT = Space.of("syncpoints").journal("p");
  private static final Moment NOW = new Moment(Instant.EPOCH, Optional.empty(), 0);

  private final String direct = TestEnsemble.freshLocation();
  private FaultyWire wire;
  private JournalStore mine;
  private JournalStore other;

  @BeforeEach
  void open() throws Exception {
    wire = TestEnsemble.wire();
    mine = Engines.open(TestEnsemble.over(wire, direct), Durability.POWER);
    other = Engines.open(direct, Durability.POWER);
  }

  @AfterEach
  void close() throws Exception {
    mine.close();
    other.close();
    wire.close();
  }

  @Test
  void j06_whatWasAppendedThoughTheAnswerWasLostStandsOnce() {
    Journal journal = mine.create(POINT);
    journal.append(bytes("before"));
    wire.cutAfter(FaultyWire.CREATE);

    assertThat(journal.append(bytes("once"))).isTrue();
    journal.append(bytes("after"));
    assertThat(all(other.open(POINT).orElseThrow())).containsExactly("before", "once", "after");
    assertThat(all(journal)).containsExactly("before", "once", "after");
  }

  @Test
  void j06_whatNeverGotThereIsAppendedAgain() {
    Journal journal = mine.create(POINT);
    wire.cutBefore(FaultyWire.CREATE);

    assertThat(journal.append(bytes("once"))).isTrue();
    assertThat(all(other.open(POINT).orElseThrow())).containsExactly("once");
  }

  @Test
  void j06_manyRecordsOfWhichSomeGotThereStandOnceAndInTheirOrder() {
    Journal journal = mine.create(POINT);
    String[] records = new String[8];
    for (int i = 0; i < records.length; i++) {
      records[i] = i + "x".repeat(60_000);
    }
    wire.cutAfter(FaultyWire.CREATE);

    assertThat(journal.append(bytes(records))).isTrue();
    assertThat(all(other.open(POINT).orElseThrow())).containsExactly(records);
  }

  @Test
  void j01_whereReadingIsCutShort_theNextLookStillFindsAll() {
    Journal written = other.create(POINT);
    Journal read = mine.open(POINT).orElseThrow();
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      records.add("record " + i);
      written.append(bytes(records.get(i)));
    }
    wire.cutForGoodBeforeSecond(FaultyWire.READ_SEVERAL);

    assertThatThrownBy(read::read).isInstanceOf(StoreUnreachableException.class);
    wire.heal();
    assertThat(Eventually.so(() -> read.append(bytes("behind them")))).isTrue();
    records.add("behind them");
    assertThat(all(read)).isEqualTo(records);
  }

  @Test
  void whoCannotReachItIsToldInTimeWhereItHasTried() {
    Journal journal = mine.create(POINT);
    wire.cut();
    long start = System.nanoTime();

    assertThatThrownBy(journal::read)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("127.0.0.1:" + wire.port());
    assertThat(since(start)).isLessThan(Duration.ofSeconds(8));
    long again = System.nanoTime();
    assertThatThrownBy(() -> mine.open(POINT)).isInstanceOf(StoreException.class);
    assertThat(since(again)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void r02_whoIsCutOffIsNotDead_andGoesOnAsHimselfIfHeComesBackInTime() {
    // As long as the server grants: to connect anew may take a busy machine two seconds.
    String patient =
        TestEnsemble.over(wire, direct).replace("session-timeout=2s", "session-timeout=4s");
    try (JournalStore longer = Engines.open(patient, Durability.POWER)) {
      Session session = longer.openSession(NOW);
      String id = session.id();
      Journal journal = longer.create(POINT);
      wire.cut();

      assertThat(other.probe(id)).isEqualTo(Life.ALIVE);
      wire.heal();
      assertThat(Eventually.so(() -> journal.append(bytes("back")))).isTrue();
      assertThat(session.id()).isEqualTo(id);
      assertThat(other.probe(id)).isEqualTo(Life.ALIVE);
    }
  }

  @Test
  void r02_whoHasExpiredIsDeadForGood_andBeginsAnewBeforeHisNextRecord() {
    Session session = mine.openSession(NOW);
    session.note(new TreeMap<>(Map.of(300, bytes("noted").get(0))));
    String lost = session.id();
    Journal journal = mine.create(POINT);
    expire(lost);

    assertThat(journal.append(bytes("back"))).isTrue();
    String present = session.id();
    assertThat(present).isNotEqualTo(lost);
    assertThat(other.probe(present)).isEqualTo(Life.ALIVE);
    assertThat(other.probe(lost)).isEqualTo(Life.DEAD);
    assertThat(other.sessions()).hasSize(2);
    assertThat(other.notes(present).get(300)).asString().isEqualTo("noted");
    session.note(new TreeMap<>(Map.of(0, bytes("more").get(0))));
    assertThat(other.notes(present).get(0)).asString().isEqualTo("more");
    session.end(NOW);
    assertThat(other.probe(present)).isEqualTo(Life.DEAD);
  }

  @Test
  void w01_whoHasExpiredIsRungAtByHisNewName() {
    Session session = mine.openSession(NOW);
    Doorbell bell = mine.doorbell(session);
    String lost = session.id();
    expire(lost);
    Journal journal = mine.create(POINT);
    journal.append(bytes("back"));
    Doorbell ringer = other.doorbell(other.openSession(NOW));

    assertThat(
            Eventually.so(
                () -> {
                  ringer.ring(Set.of(session.id()), POINT);
                  return bell.await(Duration.ofMillis(100)).contains(POINT);
                }))
        .isTrue();
  }

  @Test
  void w01_whoWasCutOffForAMomentIsStillRungAt() {
    Session session = mine.openSession(NOW);
    Doorbell bell = mine.doorbell(session);
    wire.cut();
    wire.heal();
    assertThat(Eventually.so(mine::exists)).isTrue();
    Doorbell ringer = other.doorbell(other.openSession(NOW));

    assertThat(
            Eventually.so(
                () -> {
                  ringer.ring(Set.of(session.id()), POINT);
                  return bell.await(Duration.ofMillis(100)).contains(POINT);
                }))
        .isTrue();
  }

  @Test
  void locksGoWithWhoHasExpired() {
    Session session = mine.openSession(NOW);
    Exclusive held = mine.exclusive("removal", Duration.ZERO);
    expire(session.id());

    Exclusive next = other.exclusive("removal", Duration.ofSeconds(5));
    held.close();
    assertThatThrownBy(() -> mine.exclusive("removal", Duration.ofMillis(50)))
        .isInstanceOf(StoreException.class);
    next.close();
    mine.exclusive("removal", Duration.ofSeconds(5)).close();
  }

  @Test
  void aLockWhoseAnswerWasLostIsHeldOnce() {
    mine.exclusive("removal", Duration.ZERO).close();
    wire.cutAfter(FaultyWire.CREATE);
    mine.exclusive("removal", Duration.ofSeconds(5)).close();

    other.exclusive("removal", Duration.ofSeconds(5)).close();
  }

  @Test
  void whoExpiredBetweenLookingAndMakingLooksAgain() {
    Session session = mine.openSession(NOW);
    assertThat(mine.open(POINT)).isEmpty();
    expire(session.id());

    assertThatThrownBy(() -> mine.create(POINT)).isInstanceOf(StoreException.class);
    assertThat(mine.open(POINT)).isEmpty();
    mine.create(POINT).close();
  }

  /** Cuts a client off until everybody knows that it is dead, and lets it come back. */
  private void expire(String session) {
    wire.cut();
    assertThat(Eventually.so(() -> other.probe(session) == Life.DEAD)).isTrue();
    wire.heal();
    assertThat(Eventually.so(mine::exists)).isTrue();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static List<byte[]> bytes(String... records) {
    List<byte[]> bytes = new ArrayList<>();
    for (String record : records) {
      bytes.add(record.getBytes(StandardCharsets.UTF_8));
    }
    return bytes;
  }

  private static List<String> all(Journal journal) {
    List<String> all = new ArrayList<>();
    List<Entry> some = journal.read();
    while (!some.isEmpty()) {
      some.forEach(entry -> all.add(new String(entry.bytes(), StandardCharsets.UTF_8)));
      some = journal.read();
    }
    return all;
  }
}
