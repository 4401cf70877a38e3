package io.agentsync.diagnosis;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.Fate;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Mismatch;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncPoint;
import java.util.Optional;
import java.util.Set;

/** Tells what records that open or join a generation came to. */
record ArrivalTeller(SyncPoint point) {

  Telling declare(Declare record) {
    long next = point.nextNumber();
    Optional<Generation> open = point.open();
    boolean closed = point.removed().isPresent();
    point.accept(record);
    if (point.nextNumber() > next) {
      return Telling.effect("opens it for later: it needs " + needs(record.spec()));
    }
    return Telling.nothing(whyNotOpened(record.generation(), next, open, closed));
  }

  Telling arrive(Arrive record) {
    Fate before = point.fate(record.op(), record.generation());
    long next = point.nextNumber();
    Optional<Generation> open = point.open();
    boolean closed = point.removed().isPresent();
    Set<String> there = open.map(Generation::arrived).orElse(Set.of());
    point.accept(record);
    return switch (point.fate(record.op(), record.generation())) {
      case COUNTED -> counted(record, before, next, there);
      case MISMATCHED -> mismatched(record, before);
      case WITHDRAWN -> Telling.nothing("comes after it was taken back: void");
      case VOID, UNSEEN ->
          Telling.nothing(
              closed || record.generation() != next || open.isPresent()
                  ? whyNotOpened(record.generation(), next, open, closed)
                  : "expects what the declaration does not allow, or points at agents that are not"
                      + " named in this journal: void");
    };
  }

  Telling mismatch(Mismatch record) {
    boolean known =
        point
            .generation(record.generation())
            .filter(generation -> generation.nonce().equals(record.nonce()))
            .isPresent();
    point.accept(record);
    return known
        ? Telling.effect("was turned away: it expected " + set(record.expected()))
        : Telling.nothing("names a generation that is not in this journal: void");
  }

  private Telling counted(Arrive record, Fate before, long next, Set<String> there) {
    if (before == Fate.COUNTED) {
      return Telling.nothing("is the same record once more: counts once");
    }
    Generation generation = point.generation(record.generation()).orElseThrow();
    String present =
        "%d of %d".formatted(generation.arrived().size(), generation.spec().required().size());
    String status = record.status() == ArrivalStatus.OK ? "" : " with " + record.status();
    if (record.generation() == next) {
      return Telling.effect(
          "opens it and arrives%s, %s: it needs %s"
              .formatted(status, present, needs(generation.spec())));
    }
    return Telling.effect(
        there.contains(record.agent())
            ? "arrives%s with one more call, still %s".formatted(status, present)
            : "arrives%s, %s".formatted(status, present));
  }

  private Telling mismatched(Arrive record, Fate before) {
    if (before == Fate.MISMATCHED) {
      return Telling.nothing("is the same record once more: void");
    }
    String needed =
        point
            .generation(record.generation())
            .map(generation -> set(generation.spec().required()))
            .orElse("others");
    String expected =
        record
            .view()
            .spec()
            .map(view -> "expects " + set(view.required()))
            .orElse("is not one of them");
    return Telling.nothing("is turned away: %s, where %s are needed".formatted(expected, needed));
  }

  private static String whyNotOpened(
      long number, long next, Optional<Generation> open, boolean closed) {
    if (closed) {
      return "comes after this journal was closed: void";
    }
    if (number < next) {
      return open.filter(generation -> generation.number() == number).isPresent()
          ? "comes while it is open already: void"
          : "comes after it had ended: void, its writer looks again";
    }
    return open.map(
            generation -> "comes while generation %d is open: void".formatted(generation.number()))
        .orElse("names a generation ahead of the next one, which is %d: void".formatted(next));
  }

  private static String needs(Spec spec) {
    String agents = Words.list(spec.required());
    String needed =
        spec.rule() instanceof CompletionRule.Quorum quorum
            ? "%d of %s".formatted(quorum.least(), agents)
            : agents;
    return "%s within %s".formatted(needed, Words.time(spec.timeout()));
  }

  private static String set(Set<String> agents) {
    return "{" + Words.list(agents) + "}";
  }
}
