package io.agentsync.codec;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Excuse;
import io.agentsync.syncpoint.Extend;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.Mismatch;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import io.agentsync.syncpoint.Withdraw;
import java.time.Duration;
import java.util.Map;

/**
 * Writes the records of a sync point's journal as the fields of a JSON object, in reading order.
 */
final class RecordWriter {

  static final String HEAD = "journal";
  static final long VERSION = 1;

  private final FieldWriter out = new FieldWriter();

  private RecordWriter() {}

  static Map<String, Object> write(SyncRecord record) {
    RecordWriter writer = new RecordWriter();
    if (record instanceof Arrive arrive) {
      writer.arrive(arrive);
    } else if (record instanceof Ended ended) {
      writer.ended(ended);
    } else if (record instanceof Withdraw withdraw) {
      writer.withdraw(withdraw);
    } else if (record instanceof Timeout timeout) {
      writer.of("timeout", timeout.op(), timeout.generation(), timeout.nonce());
      writer.put("deadline", timeout.deadline()).at(timeout.at());
    } else if (record instanceof Force force) {
      writer.of("force", force.op(), force.generation(), force.nonce());
      writer.put("actor", force.actor()).put("reason", force.reason()).at(force.at());
    } else if (record instanceof Abort abort) {
      writer.abort(abort);
    } else if (record instanceof Excuse excuse) {
      writer.of("excuse", excuse.op(), excuse.generation(), excuse.nonce());
      writer.put("agent", excuse.agent()).put("actor", excuse.actor());
      writer.put("reason", excuse.reason()).at(excuse.at());
    } else if (record instanceof Lost lost) {
      writer.of("lost", lost.op(), lost.generation(), lost.nonce());
      writer.put("agents", lost.agents()).put("reason", lost.reason()).at(lost.at());
    } else if (record instanceof Extend extend) {
      writer.extend(extend);
    } else if (record instanceof Declare declare) {
      writer.put("kind", "declare").put("op", declare.op());
      writer.put("generation", declare.generation()).spec(declare.spec()).at(declare.at());
    } else if (record instanceof Mismatch mismatch) {
      writer.mismatch(mismatch);
    } else if (record instanceof Removed removed) {
      writer.of("removed", removed.op(), removed.generation(), removed.nonce());
      writer.put("rotated", removed.rotated()).at(removed.at());
    } else if (record instanceof Head head) {
      writer.head(head);
    }
    return writer.out.fields();
  }

  private void head(Head head) {
    put("kind", HEAD).put("version", VERSION).put("epoch", head.epoch()).put("after", head.after());
    if (head.completed() > 0) {
      put("completed", head.completed());
    }
    put("spec", head.spec().map(spec -> new RecordWriter().spec(spec).out.fields()));
    if (head.declared()) {
      put("declared", true);
    }
    head.at().ifPresent(this::at);
  }

  private void arrive(Arrive arrive) {
    put("kind", "arrive").put("op", arrive.op()).put("generation", arrive.generation());
    put("agent", arrive.agent()).put("session", arrive.session());
    put("view", arrive.view().spec().map(spec -> new RecordWriter().spec(spec).out.fields()));
    put("like", arrive.view().like());
    put("timeoutMillis", arrive.timeout().map(Duration::toMillis));
    if (arrive.status() != ArrivalStatus.OK) {
      put("status", arrive.status().name());
    }
    put("payload", arrive.payload());
    if (arrive.blocking()) {
      put("blocking", true);
    }
    at(arrive.at());
  }

  private void abort(Abort abort) {
    of("abort", abort.op(), abort.generation(), abort.nonce());
    put("actor", abort.actor()).put("reason", abort.reason());
    if (!abort.claims().isEmpty()) {
      put("claims", abort.claims());
    }
    at(abort.at());
  }

  private void withdraw(Withdraw withdraw) {
    of("withdraw", withdraw.op(), withdraw.generation(), withdraw.nonce());
    put("claim", withdraw.claim()).put("agent", withdraw.agent()).at(withdraw.at());
  }

  private void mismatch(Mismatch mismatch) {
    of("mismatch", mismatch.op(), mismatch.generation(), mismatch.nonce());
    put("agent", mismatch.agent()).put("session", mismatch.session());
    put("expected", mismatch.expected()).at(mismatch.at());
  }

  private void extend(Extend extend) {
    of("extend", extend.op(), extend.generation(), extend.nonce());
    put("deadline", extend.judged());
    if (extend.overdue()) {
      put("overdue", true);
    }
    put("byMillis", extend.by().toMillis());
    put("actor", extend.actor()).put("reason", extend.reason()).at(extend.at());
  }

  private void ended(Ended ended) {
    of("ended", ended.op(), ended.generation(), ended.nonce());
    put("outcome", ended.outcome().name()).put("arrived", ended.arrived());
    put("missing", ended.missing());
    if (!ended.excused().isEmpty()) {
      put("excused", ended.excused());
    }
    put("tookMillis", ended.took().toMillis());
    put("reason", ended.reason()).put("actor", ended.actor()).at(ended.at());
  }

  private RecordWriter of(String kind, String op, long generation, String nonce) {
    return put("kind", kind).put("op", op).put("generation", generation).put("nonce", nonce);
  }

  private RecordWriter spec(Spec spec) {
    put("required", spec.required()).put("rule", spec.rule().label());
    if (spec.rule() instanceof CompletionRule.Quorum quorum) {
      put("quorum", (long) quorum.least());
    }
    return put("timeoutMillis", spec.timeout().toMillis());
  }

  private void at(Moment at) {
    out.at(at);
  }

  private RecordWriter put(String name, Object value) {
    out.put(name, value);
    return this;
  }
}
