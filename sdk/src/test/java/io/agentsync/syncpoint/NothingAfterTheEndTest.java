package io.agentsync.syncpoint;

import static io.agentsync.syncpoint.Records.spec;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SP-7: the first record at which an end holds is the end, and no record of any kind changes it.
 * Every kind of record is put before and after every kind of end.
 */
class NothingAfterTheEndTest {

  private static final Spec ABC = spec("a", "b", "c");

  /** Kinds of records, each written so that it means something in an open generation. */
  enum Kind {
    DECLARE,
    ARRIVE,
    WITHDRAW,
    TIMEOUT,
    ABORT,
    FORCE,
    EXCUSE,
    EXTEND,
    LOST,
    MISMATCH,
    ENDED,
    REMOVED,
    JOURNAL;

    SyncRecord record(Records records) {
      return switch (this) {
        case DECLARE -> new Declare("k-declare", 1, ABC, records.tick());
        case ARRIVE ->
            new Arrive(
                "k-arrive",
                1,
                "b",
                Optional.empty(),
                View.like("a1"),
                Optional.empty(),
                records.tick());
        case WITHDRAW -> new Withdraw("k-withdraw", 1, "a1", "b1", "b", records.tick());
        case TIMEOUT -> new Timeout("k-timeout", 1, "a1", "spec:a1", records.tick());
        case ABORT -> new Abort("k-abort", 1, "a1", "me", Optional.empty(), records.tick());
        case FORCE -> new Force("k-force", 1, "a1", "me", Optional.empty(), records.tick());
        case EXCUSE -> new Excuse("k-excuse", 1, "a1", "c", "me", Optional.empty(), records.tick());
        case LOST -> new Lost("k-lost", 1, "a1", Set.of("c"), "c is lost", records.tick());
        case EXTEND ->
            new Extend(
                "k-extend",
                1,
                "a1",
                "spec:a1",
                false,
                Duration.ofSeconds(9),
                "me",
                Optional.empty(),
                records.tick());
        case MISMATCH ->
            new Mismatch("k-mismatch", 1, "a1", "x", Optional.empty(), Set.of("x"), records.tick());
        case ENDED ->
            new Ended(
                "k-ended",
                1,
                "a1",
                io.agentsync.model.SyncOutcome.FORCED,
                Set.of(),
                Set.of(),
                Set.of(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                records.tick());
        case REMOVED -> new Removed("k-removed", 1, "a1", false, records.tick());
        case JOURNAL -> Head.FIRST;
      };
    }

    boolean ends() {
      return this == TIMEOUT || this == ABORT || this == FORCE || this == EXCUSE || this == LOST;
    }
  }

  /** Ways to end the generation in which a and b stand and c is missing. */
  enum Ending {
    COMPLETED,
    FORCED,
    ABORTED,
    TIMED_OUT,
    EVERYONE_WITHDREW;

    void apply(Records records) {
      switch (this) {
        case COMPLETED -> records.arriveLike("b2", 1, "b", "a1").arriveLike("c1", 1, "c", "a1");
        case FORCED -> records.force("end", 1, "a1");
        case ABORTED -> records.abort("end", 1, "a1");
        case TIMED_OUT -> records.timeout("end", 1, "a1", ruling(records));
        case EVERYONE_WITHDREW -> {
          for (String claim : new String[] {"b1", "k-arrive", "a1"}) {
            records.withdraw("w-" + claim, 1, "a1", claim);
          }
        }
      }
    }
  }

  private static String ruling(Records records) {
    return records.generation(1).deadlines().stream()
        .map(Deadline::id)
        .findFirst()
        .orElse("spec:a1");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void sp07_afterTheEndNothingChangesIt(Kind kind, Ending ending) {
    Records records = started();
    ending.apply(records);
    Generation generation = records.generation(1);
    String before = describe(generation);

    records.add(kind.record(records));

    assertThat(describe(generation)).isEqualTo(before);
    assertThat(generation.end().orElseThrow().outcome().name())
        .isEqualTo(ending == Ending.EVERYONE_WITHDREW ? "ABORTED" : ending.name());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void sp07_theFirstEndIsTheEnd(Kind kind, Ending ending) {
    Records records = started();
    records.add(kind.record(records));
    boolean ended = kind.ends();
    assertThat(records.generation(1).end().isPresent()).isEqualTo(ended);
    String before = describe(records.generation(1));

    ending.apply(records);

    assertThat(records.generation(1).end()).isPresent();
    if (ended) {
      assertThat(describe(records.generation(1))).isEqualTo(before);
    }
  }

  private static Records started() {
    return new Records().arrive("a1", 1, "a", ABC).arriveLike("b1", 1, "b", "a1");
  }

  private static String describe(Generation generation) {
    return generation.end() + " " + generation.arrived() + " " + generation.missing();
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> Arrays.stream(Ending.values()).map(end -> Arguments.of(kind, end)));
  }
}
