package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * When each agent arrived in each round and when it left, in memory that all processes share. The
 * clock is the machine's, so what two processes say can be compared (Linux).
 */
public final class Stamps {

  private final LongBuffer shared;
  private final int rounds;
  private final int agents;

  private Stamps(LongBuffer shared, int rounds, int agents) {
    this.shared = shared;
    this.rounds = rounds;
    this.agents = agents;
  }

  /** Of so many rounds of so many agents. */
  public static Stamps open(Path file, int rounds, int agents) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer bytes =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, 2L * Long.BYTES * rounds * agents);
      return new Stamps(bytes.order(ByteOrder.nativeOrder()).asLongBuffer(), rounds, agents);
    }
  }

  void arrives(int round, int agent) {
    shared.put(place(round, agent), System.nanoTime());
  }

  void left(int round, int agent) {
    shared.put(place(round, agent) + 1, System.nanoTime());
  }

  /** From the last arrival until all have left, for each round from one on. */
  public Durations untilAllLeft(int from) {
    Durations durations = new Durations();
    for (int round = from; round < rounds; round++) {
      long left = Long.MIN_VALUE;
      for (int agent = 0; agent < agents; agent++) {
        left = Math.max(left, shared.get(place(round, agent) + 1));
      }
      durations.add(left - shared.get(place(round, last(round))));
    }
    return durations;
  }

  /** From the last arrival until all who had waited have left, for each round from one on. */
  public Durations untilOthersLeft(int from) {
    Durations durations = new Durations();
    for (int round = from; round < rounds; round++) {
      int last = last(round);
      long left = Long.MIN_VALUE;
      for (int agent = 0; agent < agents; agent++) {
        if (agent != last) {
          left = Math.max(left, shared.get(place(round, agent) + 1));
        }
      }
      durations.add(left - shared.get(place(round, last)));
    }
    return durations;
  }

  private int last(int round) {
    int last = 0;
    for (int agent = 1; agent < agents; agent++) {
      if (shared.get(place(round, agent)) > shared.get(place(round, last))) {
        last = agent;
      }
    }
    return last;
  }

  private int place(int round, int agent) {
    return 2 * (round * agents + agent);
  }
}
