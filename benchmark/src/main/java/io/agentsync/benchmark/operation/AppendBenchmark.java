package io.agentsync.benchmark.operation;

import io.agentsync.codec.RecordCodec;
import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it takes to append an arrival to a journal that is held open. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AppendBenchmark {

  /** Where the store is. */
  @Param("/dev/shm")
  public String root = "";

  private final List<byte[]> record = List.of(RecordCodec.encode(Arrivals.of(2).get(1)));
  private Path directory = Path.of("");
  private JournalStore store = Engines.open("memory://unused", Durability.PROCESS);
  private Journal journal = store.create(Space.of("syncpoints").journal("appended"));

  /** A new journal for each iteration, or it would grow too long. */
  @Setup(Level.Iteration)
  public void create() throws IOException {
    directory = Files.createTempDirectory(Path.of(root), "agent-sync-append-");
    store = Engines.open(directory.toString(), Durability.PROCESS);
    journal = store.create(Space.of("syncpoints").journal("appended"));
  }

  /** Appends one. */
  @Benchmark
  public boolean append() {
    return journal.append(record);
  }

  /** Leaves nothing. */
  @TearDown(Level.Iteration)
  public void delete() throws IOException {
    journal.close();
    store.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
