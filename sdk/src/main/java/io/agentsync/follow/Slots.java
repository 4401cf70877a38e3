package io.agentsync.follow;

import java.util.BitSet;

/** The slots of a session's notes: each agent that it holds has one of its own. */
final class Slots {

  private final BitSet taken = new BitSet();

  /** The lowest that is free. */
  synchronized int take() {
    int slot = taken.nextClearBit(0);
    taken.set(slot);
    return slot;
  }

  synchronized void free(int slot) {
    taken.clear(slot);
  }
}
