package io.agentsync.follow;

import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.Generation;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognises what an earlier boot of the machine has left open: all its claims name another boot,
 * and nobody who made one lives (SP-14).
 */
final class EarlierBoots {

  private static final String REASON =
      "the machine was booted again, and nobody who waited there lives";

  private final boolean onOneMachine;
  private final Function<String, Life> sessions;

  EarlierBoots(JournalStore store) {
    this(store.onOneMachine(), store::probe);
  }

  EarlierBoots(boolean onOneMachine, Function<String, Life> sessions) {
    this.onOneMachine = onOneMachine;
    this.sessions = sessions;
  }

  /** The record that ends what an earlier boot has left; empty if it has not left that. */
  Optional<Abort> end(Generation open, String op, Moment now) {
    return left(open, now)
        ? Optional.of(
            new Abort(op, open.number(), open.nonce(), "agent-sync", Optional.of(REASON), now))
        : Optional.empty();
  }

  boolean left(Generation open, Moment now) {
    if (!onOneMachine) {
      return false;
    }
    for (Claim claim : open.claims()) {
      if (!isOver(claim, now)) {
        return false;
      }
    }
    return !open.claims().isEmpty();
  }

  private boolean isOver(Claim claim, Moment now) {
    return another(claim.at(), now)
        && claim.session().map(sessions).filter(life -> life == Life.ALIVE).isEmpty();
  }

  /** A record that does not name its boot proves nothing. */
  private static boolean another(Moment then, Moment now) {
    Optional<String> before = boot(then);
    Optional<String> present = boot(now);
    return before.isPresent() && present.isPresent() && !before.equals(present);
  }

  private static Optional<String> boot(Moment at) {
    return at.domain().filter(Domain::ofMachine).map(Domain::boot);
  }
}
