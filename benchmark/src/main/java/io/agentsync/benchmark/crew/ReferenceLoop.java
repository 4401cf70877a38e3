package io.agentsync.benchmark.crew;

/**
 * A fixed amount of work for a processor, some ten microseconds: a hash over an array that fits in
 * its nearest cache, each step of which needs the one before.
 */
final class ReferenceLoop {

  private static final int BYTES = 8192;
  private static final int PRIME = 0x01000193;

  private final byte[] bytes = new byte[BYTES];
  private volatile int hash;

  void run() {
    int next = hash;
    for (byte each : bytes) {
      next = (next ^ each) * PRIME;
    }
    hash = next;
  }
}
