package io.agentsync.follow;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Operation ids: never used before, and recognisable as this process's own. */
final class OpIds {

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  OpIds() {
    prefix = Long.toUnsignedString(new SecureRandom().nextLong() | Long.MIN_VALUE, 36) + "-";
  }

  String next() {
    return prefix + Long.toString(count.incrementAndGet(), 36);
  }

  boolean own(String op) {
    return op.startsWith(prefix);
  }
}
