package io.agentsync.codec;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.syncpoint.SyncRecord;
import java.util.Optional;

/** Turns records into the bytes that journals hold, and back. Safe for any number of threads. */
public final class RecordCodec {

  private RecordCodec() {}

  /**
   * The bytes of a record: one JSON object in UTF-8, without a line feed.
   *
   * @throws InvalidRequestException if it is longer than a record may be (J-5)
   */
  public static byte[] encode(SyncRecord record) {
    byte[] bytes = Json.write(RecordWriter.write(record));
    if (bytes.length > Json.LONGEST) {
      throw new InvalidRequestException(
          "A record of %d bytes is longer than the 256 KiB that a journal takes: name fewer agents or say less."
              .formatted(bytes.length));
    }
    return bytes;
  }

  /**
   * A payload as everybody is given it: what JSON makes of it, in JDK values (maps, lists, text,
   * numbers, booleans). Empty for what JSON calls null.
   *
   * @throws InvalidRequestException if it cannot be written as JSON
   */
  public static Optional<Object> payload(Object value) {
    return Optional.ofNullable(Json.throughJson(value));
  }

  /**
   * The record that the bytes hold.
   *
   * @throws DamagedRecordException if they hold none; it is void for everybody
   * @throws UnknownFormatException if they begin a journal of another format
   */
  public static SyncRecord decode(byte[] bytes)
      throws DamagedRecordException, UnknownFormatException {
    return RecordReader.read(new Fields(Json.read(bytes)));
  }
}
