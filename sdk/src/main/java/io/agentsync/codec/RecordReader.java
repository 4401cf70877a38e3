package io.agentsync.codec;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
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
import io.agentsync.syncpoint.View;
import io.agentsync.syncpoint.Withdraw;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the records of a sync point's journal. The kinds are closed within a format version (J-4).
 */
final class RecordReader {

  private interface Kind {
    SyncRecord read(Fields fields) throws DamagedRecordException;
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("declare", RecordReader::declare),
          Map.entry("excuse", RecordReader::excuse),
          Map.entry("extend", RecordReader::extend),
          Map.entry("lost", RecordReader::lost),
          Map.entry("arrive", RecordReader::arrive),
          Map.entry("withdraw", RecordReader::withdraw),
          Map.entry("timeout", RecordReader::timeout),
          Map.entry("abort", RecordReader::abort),
          Map.entry("force", RecordReader::force),
          Map.entry("mismatch", RecordReader::mismatch),
          Map.entry("ended", RecordReader::ended),
          Map.entry("removed", RecordReader::removed));

  private RecordReader() {}

  static SyncRecord read(Fields fields) throws DamagedRecordException, UnknownFormatException {
    String name = fields.text("kind");
    if (name.equals(RecordWriter.HEAD)) {
      return head(fields);
    }
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new DamagedRecordException("is of an unknown kind");
    }
    return kind.read(fields);
  }

  private static Head head(Fields fields) throws DamagedRecordException, UnknownFormatException {
    long version = fields.number("version");
    if (version != RecordWriter.VERSION) {
      throw new UnknownFormatException(version, RecordWriter.VERSION);
    }
    Optional<Fields> spec = fields.object("spec");
    return new Head(
        fields.positive("epoch"),
        fields.count("after").orElseThrow(() -> Fields.missing("after")),
        fields.count("completed").orElse(0L),
        spec.isPresent() ? Optional.of(spec.get().spec()) : Optional.empty(),
        fields.flag("declared"),
        fields.optionalText("at").isPresent() ? Optional.of(fields.moment()) : Optional.empty());
  }

  private static SyncRecord declare(Fields fields) throws DamagedRecordException {
    return new Declare(
        fields.id("op"), fields.positive("generation"), fields.spec(), fields.moment());
  }

  private static SyncRecord arrive(Fields fields) throws DamagedRecordException {
    return new Arrive(
        fields.id("op"),
        fields.positive("generation"),
        fields.agent("agent"),
        fields.optionalId("session"),
        view(fields),
        fields.optionalTimeout("timeoutMillis"),
        fields.constant("status", ArrivalStatus.class, ArrivalStatus.OK),
        fields.value("payload"),
        fields.flag("blocking"),
        fields.moment());
  }

  private static View view(Fields fields) throws DamagedRecordException {
    Optional<Fields> written = fields.object("view");
    Optional<String> like = fields.optionalId("like");
    if (written.isPresent() == like.isPresent()) {
      throw new DamagedRecordException("has not exactly one of view and like");
    }
    Optional<Spec> spec =
        written.isPresent() ? Optional.of(written.get().spec()) : Optional.empty();
    return new View(spec, like);
  }

  private static SyncRecord withdraw(Fields fields) throws DamagedRecordException {
    return new Withdraw(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.id("claim"),
        fields.agent("agent"),
        fields.moment());
  }

  private static SyncRecord timeout(Fields fields) throws DamagedRecordException {
    return new Timeout(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.text("deadline"),
        fields.moment());
  }

  private static SyncRecord abort(Fields fields) throws DamagedRecordException {
    return new Abort(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.text("actor"),
        fields.optionalText("reason"),
        fields.ids("claims"),
        fields.moment());
  }

  private static SyncRecord force(Fields fields) throws DamagedRecordException {
    return new Force(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.text("actor"),
        fields.optionalText("reason"),
        fields.moment());
  }

  private static SyncRecord mismatch(Fields fields) throws DamagedRecordException {
    return new Mismatch(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.agent("agent"),
        fields.optionalId("session"),
        fields.agents("expected"),
        fields.moment());
  }

  private static SyncRecord ended(Fields fields) throws DamagedRecordException {
    return new Ended(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.constant("outcome", SyncOutcome.class),
        fields.agents("arrived"),
        fields.agents("missing"),
        fields.optionalAgents("excused"),
        Duration.ofMillis(fields.number("tookMillis")),
        fields.optionalText("reason"),
        fields.optionalText("actor"),
        fields.moment());
  }

  private static SyncRecord excuse(Fields fields) throws DamagedRecordException {
    return new Excuse(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.agent("agent"),
        fields.text("actor"),
        fields.optionalText("reason"),
        fields.moment());
  }

  private static SyncRecord extend(Fields fields) throws DamagedRecordException {
    return new Extend(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.text("deadline"),
        fields.flag("overdue"),
        fields.duration("byMillis"),
        fields.text("actor"),
        fields.optionalText("reason"),
        fields.moment());
  }

  private static SyncRecord lost(Fields fields) throws DamagedRecordException {
    return new Lost(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.agents("agents"),
        fields.text("reason"),
        fields.moment());
  }

  private static SyncRecord removed(Fields fields) throws DamagedRecordException {
    return new Removed(
        fields.id("op"),
        fields.positive("generation"),
        fields.id("nonce"),
        fields.flag("rotated"),
        fields.moment());
  }
}
