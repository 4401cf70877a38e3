package io.agentsync.codec;

import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.CellBeat;
import io.agentsync.agent.Head;
import io.agentsync.model.Domain;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what is known of agents into the bytes that journals and cells hold, and back. Safe for any
 * number of threads.
 */
public final class AgentCodec {

  /** So that the head of the next journal has room for what the longest of them say together. */
  private static final int LONGEST = 64 * 1024;

  private AgentCodec() {}

  /**
   * The bytes of a record: one JSON object in UTF-8, without a line feed.
   *
   * @throws InvalidRequestException if it is longer than a record may be
   */
  public static byte[] encode(AgentRecord record) {
    byte[] bytes = Json.write(AgentRecordWriter.write(record));
    if (tooLong(bytes, record)) {
      throw new InvalidRequestException(
          "A record of %d bytes is longer than the 64 KiB that an agent's journal takes: say less."
              .formatted(bytes.length));
    }
    return bytes;
  }

  /**
   * The record that the bytes hold.
   *
   * @throws DamagedRecordException if they hold none; it is void for everybody
   * @throws UnknownFormatException if they begin a journal of another format
   */
  public static AgentRecord decode(byte[] bytes)
      throws DamagedRecordException, UnknownFormatException {
    AgentRecord record = AgentRecordReader.read(new Fields(Json.read(bytes)));
    if (tooLong(bytes, record)) {
      throw new DamagedRecordException("is longer than 64 KiB");
    }
    return record;
  }

  private static boolean tooLong(byte[] bytes, AgentRecord record) {
    return bytes.length > LONGEST && !(record instanceof Head);
  }

  /**
   * The bytes of a cell.
   *
   * @param longest how many bytes it takes; where it would get longer, it does not say where the
   *     agent waits
   */
  public static byte[] encode(CellBeat beat, int longest) {
    byte[] bytes = Json.write(cell(beat, beat.waitsAt()));
    return bytes.length <= longest ? bytes : Json.write(cell(beat, Optional.empty()));
  }

  /**
   * The beat that a cell holds.
   *
   * @param domain where its writer reads the monotonic clock
   * @return empty if there is none, or it is torn: its end does not fit its beginning
   */
  public static Optional<CellBeat> decode(byte[] cell, Optional<Domain> domain) {
    if (cell.length == 0) {
      return Optional.empty();
    }
    try {
      Fields fields = new Fields(Json.read(cell));
      long count = fields.number("n");
      Moment at = new Moment(Timestamps.parse(fields.text("at")), domain, fields.number("mono"));
      CellBeat beat =
          new CellBeat(count, fields.agent("agent"), at, fields.optionalText("waitsAt"));
      return fields.number("end") == count ? Optional.of(beat) : Optional.empty();
    } catch (DamagedRecordException torn) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> cell(CellBeat beat, Optional<String> waitsAt) {
    return new FieldWriter()
        .put("n", beat.count())
        .put("agent", beat.agent())
        .put("at", Timestamps.write(beat.at().wall()))
        .put("mono", beat.at().nanos())
        .put("waitsAt", waitsAt)
        .put("end", beat.count())
        .fields();
  }
}
