package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import java.util.Set;

/**
 * Says that agents that have to come are gone for good (SP-13). Void if one of them stands, is not
 * required or is excused, or if those who are left can still meet without them.
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param agents who is gone, sorted; never empty
 * @param reason what that rests on, in words
 * @param at when it was written
 */
public record Lost(
    String op, long generation, String nonce, Set<String> agents, String reason, Moment at)
    implements SyncRecord {

  public Lost {
    agents = Names.sorted(agents);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.open(generation, nonce).ifPresent(open -> open.lost(this));
  }
}
