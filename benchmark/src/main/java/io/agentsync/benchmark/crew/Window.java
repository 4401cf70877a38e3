package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which rounds are measured and which is the last, in memory that all processes share. Agent 0 says
 * so before it arrives; so whoever has left that round has heard it, and all stop after the same.
 */
final class Window {

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final int FIRST = 0;
  private static final int LAST = Long.BYTES;

  private final ByteBuffer shared;

  private Window(ByteBuffer shared) {
    this.shared = shared;
  }

  /** All bytes of the file are 0 at first. */
  static Window open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Window(channel.map(FileChannel.MapMode.READ_WRITE, 0, 2L * Long.BYTES));
    }
  }

  /** The round after which measuring begins; 0 as long as that is not known. */
  long first() {
    return (long) LONG.getVolatile(shared, FIRST);
  }

  /** The round after which measuring ends; 0 as long as that is not known. */
  long last() {
    return (long) LONG.getVolatile(shared, LAST);
  }

  void beginAfter(long round) {
    LONG.setVolatile(shared, FIRST, round);
  }

  void endAfter(long round) {
    LONG.setVolatile(shared, LAST, round);
  }
}
