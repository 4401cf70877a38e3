package io.agentsync.syncpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what the removed journals of a sync point say of its generations, for {@link
 * SyncPoint#recall}.
 */
public final class Past {

  private final Map<String, Generation> byNonce = new LinkedHashMap<>();

  /** Takes in the fold of the next journal, the oldest first. */
  public void add(SyncPoint journal) {
    if (journal.removed().isEmpty()) {
      // It never counted (J-7), or somebody has moved it away by hand.
      return;
    }
    if (journal.head().orElse(Head.FIRST).after() == 0) {
      // The tombstone of those before it was forgotten: nobody alive could need them.
      byNonce.clear();
    }
    journal.generations().stream()
        .filter(generation -> !generation.open())
        .forEach(ended -> byNonce.putIfAbsent(ended.nonce(), ended.abridged()));
  }

  /** The generations that have ended, in order, each once. */
  public List<Generation> generations() {
    return List.copyOf(byNonce.values());
  }
}
