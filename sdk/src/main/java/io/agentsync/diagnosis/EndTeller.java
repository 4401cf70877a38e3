package io.agentsync.diagnosis;

import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Excuse;
import io.agentsync.syncpoint.Extend;
import io.agentsync.syncpoint.Fate;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import io.agentsync.syncpoint.Withdraw;
import java.util.Optional;

/** Tells what records came to that take back or end something. */
record EndTeller(SyncPoint point) {

  Telling withdraw(Withdraw record) {
    Optional<Generation> generation = point.generation(record.generation());
    boolean open = generation.filter(Generation::open).isPresent();
    boolean stood =
        generation.stream()
            .flatMap(known -> known.claims().stream())
            .map(Claim::op)
            .anyMatch(record.claim()::equals);
    boolean closed = point.removed().isPresent();
    point.accept(record);
    if (closed) {
      return Telling.nothing("comes after this journal was closed: void");
    }
    if (generation.isPresent() && !open) {
      return Telling.nothing("comes after the end: void, the outcome stands");
    }
    if (stood) {
      String left = generation.map(known -> known.arrived().size() + " left").orElse("");
      return Telling.effect("gives up and takes its arrival back, " + left);
    }
    return point.fate(record.claim(), record.generation()) == Fate.WITHDRAWN
        ? Telling.effect("gives up an arrival that is not here: void, should it still come")
        : Telling.nothing("takes back what is not here: void");
  }

  Telling timeout(Timeout record) {
    return ending(
        record,
        record.generation(),
        record.nonce(),
        "says that the deadline has passed",
        "names a deadline that does not run any longer: void");
  }

  Telling force(Force record) {
    return ending(
        record,
        record.generation(),
        record.nonce(),
        "lets those who wait go on" + why(record.reason()),
        "void");
  }

  Telling abort(Abort record) {
    return ending(
        record,
        record.generation(),
        record.nonce(),
        "ends it" + why(record.reason()),
        "names an arrival that does not stand any longer: void");
  }

  Telling excuse(Excuse record) {
    Optional<Generation> generation = known(record.generation(), record.nonce());
    boolean closed = point.removed().isPresent();
    boolean open = generation.filter(Generation::open).isPresent();
    boolean awaited =
        generation
            .filter(it -> it.spec().required().contains(record.agent()))
            .filter(it -> !it.excused().contains(record.agent()))
            .isPresent();
    point.accept(record);
    if (!closed && open && awaited) {
      return Telling.effect("excuses %s%s".formatted(record.agent(), why(record.reason())));
    }
    return Telling.nothing(
        whyNothing(closed, generation, open)
            .orElse("excuses %s, who is not awaited: void".formatted(record.agent())));
  }

  Telling extend(Extend record) {
    Optional<Generation> generation = known(record.generation(), record.nonce());
    boolean closed = point.removed().isPresent();
    boolean open = generation.filter(Generation::open).isPresent();
    boolean judged =
        generation.stream()
            .flatMap(it -> it.deadlines().stream())
            .anyMatch(deadline -> deadline.id().equals(record.judged()));
    point.accept(record);
    if (!closed && open && judged) {
      return Telling.effect(
          "gives it %s more, counted from %s%s"
              .formatted(
                  Words.time(record.by()),
                  record.overdue() ? "now, since it was overdue" : "its deadline",
                  why(record.reason())));
    }
    return Telling.nothing(
        whyNothing(closed, generation, open)
            .orElse("names a deadline that does not run any longer: void"));
  }

  Telling lost(Lost record) {
    return ending(
        record,
        record.generation(),
        record.nonce(),
        "says that %s %s gone for good: %s"
            .formatted(
                Words.list(record.agents()), Words.isOrAre(record.agents()), record.reason()),
        "names agents that stand, or are not needed: void");
  }

  Telling ended(Ended record) {
    boolean known = known(record.generation(), record.nonce()).isPresent();
    boolean closed = point.removed().isPresent();
    point.accept(record);
    return known && !closed
        ? Telling.effect("announces the end, which is durable now")
        : Telling.nothing("names a generation that is not in this journal: void");
  }

  private Telling ending(
      SyncRecord record, long number, String nonce, String effect, String whyNot) {
    boolean closed = point.removed().isPresent();
    Optional<Generation> generation = known(number, nonce);
    boolean open = generation.filter(Generation::open).isPresent();
    point.accept(record);
    if (!closed && open && generation.filter(Generation::open).isEmpty()) {
      return Telling.effect(effect);
    }
    return Telling.nothing(whyNothing(closed, generation, open).orElse(whyNot));
  }

  private static Optional<String> whyNothing(
      boolean closed, Optional<Generation> generation, boolean open) {
    if (closed) {
      return Optional.of("comes after this journal was closed: void");
    }
    if (generation.isEmpty()) {
      return Optional.of("names a generation that is not in this journal: void");
    }
    return open ? Optional.empty() : Optional.of("comes after the end: void, the outcome stands");
  }

  private Optional<Generation> known(long number, String nonce) {
    return point.generation(number).filter(generation -> generation.nonce().equals(nonce));
  }

  private static String why(Optional<String> reason) {
    return reason.map(said -> ": " + said).orElse(", without a reason");
  }
}
