package io.agentsync.syncpoint;

/** One record of a sync point's journal: a fact, and what it does in its place (J-1). */
public sealed interface SyncRecord
    permits Head,
        Declare,
        Arrive,
        Withdraw,
        Timeout,
        Abort,
        Force,
        Excuse,
        Extend,
        Lost,
        Mismatch,
        Ended,
        Removed {

  /** Lets it take effect on what the records before it meant; does nothing where it is void. */
  void applyTo(SyncPoint point);
}
