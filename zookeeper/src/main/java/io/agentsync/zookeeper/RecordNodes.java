package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Puts records into nodes and takes them out again. A node holds the token of the append that made
 * it, by which it is found if nobody knows what became of that, and then one record or several,
 * each behind a line feed.
 */
final class RecordNodes {

  /** How many nodes are read at once. */
  static final int MOST_AT_ONCE = 128;

  /** In bytes. */
  static final int LONGEST_RECORD = 256 * 1024;

  /** Records are put together up to this; a longer one is alone in its node. */
  private static final int LONGEST_TOGETHER = 64 * 1024;

  /** As no other process has it; 13 letters and digits. */
  private static final String PROCESS =
      Long.toUnsignedString(new SecureRandom().nextLong() | Long.MIN_VALUE, 36);

  private static final AtomicLong TOKENS = new AtomicLong();

  private RecordNodes() {}

  /** One node to be made. */
  static final class Made {
    private final String token;
    private final byte[] data;

    private Made(String token, byte[] data) {
      this.token = token;
      this.data = data;
    }

    String token() {
      return token;
    }

    byte[] data() {
      return data;
    }
  }

  /** The nodes that hold these records, in their order. */
  static List<Made> of(String place, List<byte[]> records) {
    List<Made> nodes = new ArrayList<>();
    String token = token();
    ByteArrayOutputStream data = begun(token);
    boolean empty = true;
    for (byte[] record : records) {
      if (record.length > LONGEST_RECORD) {
        throw new StoreException(
            place,
            "a record of %d bytes cannot be appended: at most %d fit; say less in payloads and metadata"
                .formatted(record.length, LONGEST_RECORD),
            null);
      }
      if (!empty && data.size() + record.length > LONGEST_TOGETHER) {
        nodes.add(new Made(token, data.toByteArray()));
        token = token();
        data = begun(token);
      }
      data.write('\n');
      data.writeBytes(record);
      empty = false;
    }
    if (!empty) {
      nodes.add(new Made(token, data.toByteArray()));
    }
    return nodes;
  }

  /** The records of a node, in their order. */
  static List<byte[]> records(byte[] data) {
    List<byte[]> records = new ArrayList<>();
    int begin = lineEnd(data, 0) + 1;
    while (begin <= data.length) {
      int end = lineEnd(data, begin);
      if (end > begin) {
        records.add(Arrays.copyOfRange(data, begin, end));
      }
      begin = end + 1;
    }
    return records;
  }

  /** Which append made a node. */
  static String token(byte[] data) {
    return new String(data, 0, lineEnd(data, 0), StandardCharsets.UTF_8);
  }

  /** Text that nobody else has. */
  static String token() {
    return PROCESS + Long.toString(TOKENS.incrementAndGet(), 36);
  }

  private static ByteArrayOutputStream begun(String token) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(token.getBytes(StandardCharsets.UTF_8));
    return data;
  }

  private static int lineEnd(byte[] data, int from) {
    int at = from;
    while (at < data.length && data[at] != '\n') {
      at++;
    }
    return at;
  }
}
