package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.Mismatch;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import io.agentsync.syncpoint.Withdraw;

/** What records are called, for comparing and for people. */
final class Ops {

  private Ops() {}

  static String of(SyncRecord record) {
    if (record instanceof Arrive arrive) {
      return arrive.op();
    } else if (record instanceof Declare declare) {
      return declare.op();
    } else if (record instanceof Withdraw withdraw) {
      return withdraw.op();
    } else if (record instanceof Timeout timeout) {
      return timeout.op();
    } else if (record instanceof Abort abort) {
      return abort.op();
    } else if (record instanceof Force force) {
      return force.op();
    } else if (record instanceof Lost lost) {
      return lost.op();
    } else if (record instanceof Removed removed) {
      return removed.op();
    } else if (record instanceof Mismatch mismatch) {
      return mismatch.op();
    } else if (record instanceof Ended ended) {
      return ended.op();
    }
    return "head";
  }

  static String words(SyncRecord record) {
    if (record instanceof Arrive arrive) {
      String view = arrive.view().spec().map(spec -> spec.required().toString()).orElse("as it is");
      return "arrive(generation %d, %s) %s".formatted(arrive.generation(), view, arrive.op());
    } else if (record instanceof Declare declare) {
      return "declare(generation %d, %s) %s"
          .formatted(declare.generation(), declare.spec().required(), declare.op());
    } else if (record instanceof Withdraw withdraw) {
      return "withdraw(%s)".formatted(withdraw.claim());
    } else if (record instanceof Timeout timeout) {
      return "timeout(generation %d)".formatted(timeout.generation());
    } else if (record instanceof Abort abort) {
      return "abort(generation %d)".formatted(abort.generation());
    } else if (record instanceof Force force) {
      return "force(generation %d)".formatted(force.generation());
    } else if (record instanceof Lost lost) {
      return "lost(generation %d, %s)".formatted(lost.generation(), lost.agents());
    } else if (record instanceof Removed removed) {
      return "removed(generation %d)".formatted(removed.generation());
    } else if (record instanceof Head head) {
      return "head(epoch %d, after %d)".formatted(head.epoch(), head.after());
    }
    return record.toString();
  }
}
