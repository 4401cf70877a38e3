package io.agentsync.syncpoint;

import java.util.List;
import java.util.Optional;

/** What tells one errand from another, for those outside who compare them. */
public final class ErrandKeys {

  private ErrandKeys() {}

  /** Equal for two errands of the same caller exactly if they would always do the same. */
  public static List<Object> of(Errand<?> errand) {
    if (errand instanceof Landing landing) {
      return List.of("landing", landing.arrival(), nonces(landing.missed()));
    }
    if (errand instanceof Waiting waiting) {
      return List.of("waiting", waiting.arrival(), nonces(waiting.missed()));
    }
    if (errand instanceof Withdrawing withdrawing) {
      return List.of("withdrawing", withdrawing.arrival(), nonces(withdrawing.missed()));
    }
    if (errand instanceof Returning returning) {
      return List.of(
          "returning", returning.nonce(), nonces(returning.missed()), of(returning.otherwise()));
    }
    if (errand instanceof Settled settled) {
      return List.of("settled", settled.result());
    }
    if (errand instanceof Repair repair) {
      return List.of(repair.act(), repair.written().map(Repair.Written::record));
    }
    if (errand instanceof Declaration declaration) {
      return List.of("declaration", declaration.written());
    }
    return List.of(errand.getClass().getSimpleName());
  }

  /** The arrival that an attendance has written, if it has. */
  public static Optional<Arrive> arrival(Errand<?> errand) {
    if (errand instanceof Landing landing) {
      return Optional.of(landing.arrival());
    }
    if (errand instanceof Waiting waiting) {
      return Optional.of(waiting.arrival());
    }
    return errand instanceof Withdrawing withdrawing
        ? Optional.of(withdrawing.arrival())
        : Optional.empty();
  }

  private static List<String> nonces(List<Generation> generations) {
    return generations.stream().map(Generation::nonce).toList();
  }
}
