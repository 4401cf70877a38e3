package io.agentsync.benchmark.crew;

import java.util.Arrays;

/** Many durations, in nanoseconds; for one thread. */
public final class Durations {

  private long[] nanos = new long[1 << 10];
  private int count;

  /** One more. */
  public void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  long count() {
    return count;
  }

  long sum() {
    return Arrays.stream(nanos, 0, count).sum();
  }

  /** The smallest that so many percent are not above; 0 if there is none. */
  public long percentile(int percent) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(count * (percent / 100.0)) - 1)];
  }
}
