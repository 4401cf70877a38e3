package io.agentsync.syncpoint;

import java.util.Optional;

/**
 * What an arriving agent expects, written out or by pointing at a spec that the journal has
 * already. Exactly one of the two is there. Pointing keeps a journal linear in its arrivals,
 * whatever the size of the set.
 *
 * @param spec written out
 * @param like the nonce of a generation whose spec it is, or {@link #HEAD}
 */
public record View(Optional<Spec> spec, Optional<String> like) {

  /** Points at the spec in the head of the journal. */
  public static final String HEAD = "head";

  static View of(Spec spec) {
    return new View(Optional.of(spec), Optional.empty());
  }

  static View like(String nonce) {
    return new View(Optional.empty(), Optional.of(nonce));
  }
}
