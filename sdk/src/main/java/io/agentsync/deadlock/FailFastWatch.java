package io.agentsync.deadlock;

import io.agentsync.deadlock.Sight.Vain;
import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.Generation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges for those at one sync point who would rather fail than wait in vain (SP-15): two looks
 * that are a second apart and show the same arrivals prove that all of these stood at one time, as
 * an arrival that has left never comes back.
 *
 * <p>Not safe for several threads.
 */
public final class FailFastWatch {

  private static final Duration APART = Duration.ofSeconds(1);

  /** So many arrivals are named in a record, so that it is not too long for one. */
  private static final int MOST_NAMED = 1000;

  private final String syncId;
  private @Nullable Sight first;
  private Set<String> evidence = Set.of();

  /** A watch over one sync point. */
  public FailFastWatch(String syncId) {
    this.syncId = syncId;
  }

  /**
   * The record that ends a generation in which everybody waits in vain; empty if that is not the
   * case, or has not been seen for long enough, or some of those seen have left since.
   *
   * @param open the generation as it is now
   * @param sight the newest look; may be the same as before
   */
  public Optional<Abort> judge(Generation open, Sight sight, String op, Moment now) {
    Vain vain = sight.vain(syncId, open.nonce()).orElse(null);
    if (vain == null) {
      first = null;
      return Optional.empty();
    }
    Sight before = first;
    if (before == null || !vain.evidence().equals(evidence)) {
      first = sight;
      evidence = vain.evidence();
      return Optional.empty();
    }
    return apart(before, sight) && allStand(vain, open)
        ? Optional.of(abort(open, vain, op, now))
        : Optional.empty();
  }

  /** Without this, every record written until the next look would be void. */
  private static boolean allStand(Vain vain, Generation open) {
    Set<String> standing = open.claims().stream().map(Claim::op).collect(Collectors.toSet());
    return standing.containsAll(vain.own());
  }

  private static boolean apart(Sight before, Sight after) {
    return before.ended().until(after.began()).filter(gap -> gap.compareTo(APART) >= 0).isPresent();
  }

  private static Abort abort(Generation open, Vain vain, String op, Moment now) {
    Set<String> named =
        Names.sorted(vain.own().stream().sorted().limit(MOST_NAMED).collect(Collectors.toSet()));
    return new Abort(
        op, open.number(), open.nonce(), "agent-sync", Optional.of(vain.reason()), named, now);
  }
}
