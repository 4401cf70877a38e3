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
import io.agentsync.model.AgentStatus;
import io.agentsync.model.InvalidRequestException;
import java.util.Map;
import java.util.Optional;

/** Reads the records of an agent's journal. The kinds are closed within a format version (J-4). */
final class AgentRecordReader {

  private static final long MOST_SLOTS = 1_000_000;

  private interface Kind {
    AgentRecord read(Fields fields) throws DamagedRecordException;
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "register", AgentRecordReader::register,
          "status", AgentRecordReader::status,
          "beat", AgentRecordReader::beat,
          "deregister", AgentRecordReader::deregister,
          "removed", AgentRecordReader::removed);

  private AgentRecordReader() {}

  static AgentRecord read(Fields fields) throws DamagedRecordException, UnknownFormatException {
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
    long after = fields.number("after");
    if (after < 0) {
      throw new DamagedRecordException("goes on after registration " + after);
    }
    Optional<Fields> registration = fields.object("registration");
    return new Head(
        fields.positive("epoch"),
        after,
        registration.isPresent() ? Optional.of(registration(registration.get())) : Optional.empty(),
        fields.optionalText("at").isPresent() ? Optional.of(fields.moment()) : Optional.empty());
  }

  private static Registration registration(Fields fields) throws DamagedRecordException {
    Fields since =
        fields.object("since").orElseThrow(() -> new DamagedRecordException("has no since"));
    return new Registration(
        fields.id("op"),
        fields.positive("number"),
        fields.optionalId("session"),
        slot(fields),
        profile(fields),
        since.moment(),
        fields.constant("status", AgentStatus.class),
        fields.optionalText("action"),
        fields.moment());
  }

  private static AgentRecord register(Fields fields) throws DamagedRecordException {
    return new Register(
        fields.id("op"),
        fields.positive("number"),
        fields.optionalId("replaces"),
        fields.optionalId("session"),
        slot(fields),
        profile(fields),
        fields.moment());
  }

  private static AgentRecord status(Fields fields) throws DamagedRecordException {
    return new StatusChange(
        fields.id("op"),
        fields.id("registration"),
        fields.constant("status", AgentStatus.class),
        fields.optionalText("action"),
        fields.moment());
  }

  private static AgentRecord beat(Fields fields) throws DamagedRecordException {
    return new Beat(fields.id("op"), fields.id("registration"), fields.moment());
  }

  private static AgentRecord deregister(Fields fields) throws DamagedRecordException {
    return new Deregister(fields.id("op"), fields.id("registration"), fields.moment());
  }

  private static AgentRecord removed(Fields fields) throws DamagedRecordException {
    return new Removed(
        fields.id("op"), fields.optionalId("after"), fields.flag("rotated"), fields.moment());
  }

  private static Profile profile(Fields fields) throws DamagedRecordException {
    try {
      return new Profile(
          fields.optionalText("role").orElse(""),
          fields.texts("capabilities"),
          fields.textsByName("metadata"));
    } catch (InvalidRequestException e) {
      throw new DamagedRecordException("has a blank capability or key of metadata");
    }
  }

  private static Optional<Integer> slot(Fields fields) throws DamagedRecordException {
    Optional<Long> slot = fields.optionalNumber("slot");
    if (slot.isPresent() && (slot.get() < 0 || slot.get() > MOST_SLOTS)) {
      throw new DamagedRecordException("has a slot of " + slot.get());
    }
    return slot.map(Long::intValue);
  }
}
