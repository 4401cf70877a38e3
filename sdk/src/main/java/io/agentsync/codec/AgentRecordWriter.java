package io.agentsync.codec;

import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Beat;
import io.agentsync.agent.Deregister;
import io.agentsync.agent.Head;
import io.agentsync.agent.Profile;
import io.agentsync.agent.Register;
import io.agentsync.agent.Registration;
import io.agentsync.agent.Removed;
import io.agentsync.agent.StatusChange;
import java.util.Map;

/** Writes the records of an agent's journal as the fields of a JSON object, in reading order. */
final class AgentRecordWriter {

  private AgentRecordWriter() {}

  static Map<String, Object> write(AgentRecord record) {
    FieldWriter out = new FieldWriter();
    if (record instanceof Head head) {
      head(out, head);
    } else if (record instanceof Register register) {
      of(out, "register", register.op()).put("number", register.number());
      out.put("replaces", register.replaces()).put("session", register.session());
      out.put("slot", register.slot().map(Integer::longValue));
      profile(out, register.profile()).at(register.at());
    } else if (record instanceof StatusChange change) {
      of(out, "status", change.op()).put("registration", change.registration());
      out.put("status", change.status().name()).put("action", change.action()).at(change.at());
    } else if (record instanceof Beat beat) {
      of(out, "beat", beat.op()).put("registration", beat.registration()).at(beat.at());
    } else if (record instanceof Deregister leave) {
      of(out, "deregister", leave.op()).put("registration", leave.registration()).at(leave.at());
    } else if (record instanceof Removed removed) {
      of(out, "removed", removed.op()).put("after", removed.after());
      out.put("rotated", removed.rotated()).at(removed.at());
    }
    return out.fields();
  }

  private static void head(FieldWriter out, Head head) {
    out.put("kind", RecordWriter.HEAD).put("version", RecordWriter.VERSION);
    out.put("epoch", head.epoch()).put("after", head.after());
    out.put("registration", head.registration().map(AgentRecordWriter::registration));
    head.at().ifPresent(out::at);
  }

  private static Map<String, Object> registration(Registration standing) {
    FieldWriter out = new FieldWriter();
    out.put("op", standing.op()).put("number", standing.number());
    out.put("session", standing.session()).put("slot", standing.slot().map(Integer::longValue));
    profile(out, standing.profile()).put("since", new FieldWriter().at(standing.since()).fields());
    out.put("status", standing.status().name()).put("action", standing.action());
    return out.at(standing.heard()).fields();
  }

  private static FieldWriter profile(FieldWriter out, Profile profile) {
    return out.put("role", profile.role())
        .put("capabilities", profile.capabilities())
        .put("metadata", profile.metadata());
  }

  private static FieldWriter of(FieldWriter out, String kind, String op) {
    return out.put("kind", kind).put("op", op);
  }
}
