package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.codec.RecordCodec;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.SyncPoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many sync points that are read at once mean what each of them means (J-7). */
class PointReaderTest {

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final Papers papers = new Papers(store.plain());
  private final Party other = new Party("other", store.plain(), time);

  @Test
  void whereNothingWasRemoved_noTombstoneIsAskedForOneByOne() {
    othersMeet();

    assertThat(numbers(readMany())).containsExactly(1L);
    assertThat(store.calls("tombstone")).isZero();
  }

  @Test
  void j07_aStaleJournalCountsForNobody() {
    othersMeet();
    removeAndLeaveStaleJournal();

    assertThat(readMany()).isEmpty();
  }

  @Test
  void j07_norDoesOneThatHasBecomeStaleSinceTheTombstonesWereListed() {
    othersMeet();
    store.after("tombstones", this::removeAndLeaveStaleJournal);

    assertThat(readMany()).isEmpty();
    assertThat(store.playedOut()).isTrue();
  }

  @Test
  void j07_oneThatIsBetweenTwoJournalsSinceTheTombstonesWereListedIsStillKnown() {
    othersMeet();
    store.after("tombstones", this::moveForRotation);

    assertThat(epoch(readMany())).isEqualTo(2);
    assertThat(store.playedOut()).isTrue();
  }

  private Optional<SyncPoint> readMany() {
    List<Optional<SyncPoint>> read =
        new PointReader(store.scripted())
            .readMany(
                Party.POINT.space(),
                List.of(Party.POINT),
                (name, reader) -> reader.apply(name).map(PointReader.Reading::point));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).isPresent())
        .isEqualTo(new PointReader(store.plain()).read(Party.POINT).isPresent());
    return read.get(0);
  }

  private void othersMeet() {
    assertThat(other.call("z").result().generation()).isEqualTo(1);
  }

  private void removeAndLeaveStaleJournal() {
    assertThat(other.remove()).isTrue();
    papers.write(Head.FIRST, Papers.arrival("stale", 1, "b", time.now(), "a", "b"));
  }

  /** As far as a rotation has come before it begins the next journal. */
  private void moveForRotation() {
    Generation newest = papers.fold().newest().orElseThrow();
    papers.write(new Removed("closed", newest.number(), newest.nonce(), true, time.now()));
    store
        .plain()
        .remove(
            store.plain().open(Party.POINT).orElseThrow(),
            RecordCodec.encode(papers.fold().successor()));
  }

  private static long epoch(Optional<SyncPoint> point) {
    return point.flatMap(SyncPoint::head).map(Head::epoch).orElse(0L);
  }

  private static List<Long> numbers(Optional<SyncPoint> point) {
    return point.stream()
        .flatMap(found -> found.generations().stream())
        .map(Generation::number)
        .toList();
  }
}
