package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what is bound to happen, but not for ever. */
final class Eventually {

  /** A call may wait ten seconds for a server that is gone, and all have to get into one round. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Eventually() {}

  /** Looks until it is so, also while the store cannot be reached. */
  static boolean so(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo(condition)) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(5_000_000);
    }
    return true;
  }

  private static boolean isSo(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (StoreException e) {
      return false;
    }
  }
}
