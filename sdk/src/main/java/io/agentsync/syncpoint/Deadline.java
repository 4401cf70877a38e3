package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.time.Duration;

/**
 * One reason why a generation may time out (SP-10).
 *
 * @param id names it within its generation
 * @param from when it began to run
 * @param after how long it runs
 */
public record Deadline(String id, Moment from, Duration after) {

  static Deadline ofSpec(Claim first, Duration timeout) {
    return new Deadline("spec:" + first.op(), first.at(), timeout);
  }

  static Deadline ofClaim(Claim claim, Duration timeout) {
    return new Deadline("claim:" + claim.op(), claim.at(), timeout);
  }
}
