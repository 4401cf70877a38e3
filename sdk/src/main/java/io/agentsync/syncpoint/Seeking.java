package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;
import io.agentsync.model.UnknownSyncPointException;
import java.util.List;
import java.util.Optional;

/** Looks for the generation that a call is for, and arrives in it (SP-2 to SP-4). */
public record Seeking(Call call) implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    if (!point.recalled() && point.head().filter(call::mayHaveMissed).isPresent()) {
      return new Step.Recall<>(this);
    }
    Lookback back = Lookback.of(call, point);
    List<Generation> missed = back.missed();
    if (back.answer().isPresent()) {
      return new Step.Done<>(answer(back.answer().get(), missed));
    }
    return point
        .open()
        .map(open -> join(open, missed, now, freshOp))
        .orElseGet(() -> openNext(point, missed, now, freshOp));
  }

  @Override
  public Attendance givenUp() {
    return new GivenUp(call);
  }

  @Override
  public long waitsFor() {
    return 0;
  }

  private SyncResult answer(Generation past, List<Generation> missed) {
    return call.fits(past.spec())
        ? Answers.told(call, past, true, missed)
        : Answers.mismatched(call, past.number(), past.spec());
  }

  private Step<SyncResult> join(Generation open, List<Generation> missed, Moment now, String op) {
    if (!call.fits(open.spec())) {
      return turnedAway(open, now, op);
    }
    return arrive(open.number(), View.like(open.nonce()), missed, now, op);
  }

  private Step<SyncResult> openNext(
      SyncPoint point, List<Generation> missed, Moment now, String op) {
    if (point.removed().isPresent()) {
      // What binds the next generation is in the journal that comes next.
      return new Step.Wait<>(this);
    }
    Optional<Spec> newest = point.newestSpec();
    Optional<Spec> given = point.boundSpec().or(call::view).or(() -> newest);
    if (given.isEmpty()) {
      throw new UnknownSyncPointException(call.syncId(), call.store());
    }
    Spec spec = given.get();
    if (!call.fits(spec)) {
      return point
          .newest()
          .map(last -> turnedAway(last, now, op))
          .orElseGet(() -> new Step.Done<>(Answers.mismatched(call, point.nextNumber(), spec)));
    }
    View view =
        newest.filter(spec::equals).isPresent()
            ? View.like(point.newest().map(Generation::nonce).orElse(View.HEAD))
            : View.of(spec);
    return arrive(point.nextNumber(), view, missed, now, op);
  }

  private Step<SyncResult> arrive(
      long number, View view, List<Generation> missed, Moment now, String op) {
    Arrive arrival =
        new Arrive(
            op,
            number,
            call.agent(),
            Optional.of(call.session()),
            view,
            call.timeout(),
            call.status(),
            call.payload(),
            call.blocking(),
            now);
    return new Step.Append<>(arrival, new Landing(call, arrival, missed));
  }

  private Step<SyncResult> turnedAway(Generation generation, Moment now, String op) {
    SyncResult result = Answers.mismatched(call, generation.number(), generation.spec());
    Mismatch mismatch =
        new Mismatch(
            op,
            generation.number(),
            generation.nonce(),
            call.agent(),
            Optional.of(call.session()),
            call.expected(),
            now);
    return generation.mismatches().stream().anyMatch(mismatch::sameAs)
        ? new Step.Done<>(result)
        : new Step.Append<>(mismatch, new Settled(call, result));
  }
}
