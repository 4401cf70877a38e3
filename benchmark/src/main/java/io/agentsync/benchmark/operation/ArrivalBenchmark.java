package io.agentsync.benchmark.operation;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an arrival takes in the processor alone: as bytes, from bytes, and folded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArrivalBenchmark {

  private static final int AGENTS = 128;

  private final List<Arrive> arrivals = Arrivals.of(AGENTS);
  private final Arrive arrival = arrivals.get(1);
  private final byte[] bytes = RecordCodec.encode(arrival);

  /** Makes the bytes of one. */
  @Benchmark
  public byte[] encode() {
    return RecordCodec.encode(arrival);
  }

  /** Makes one of its bytes. */
  @Benchmark
  public SyncRecord decode() throws DamagedRecordException, UnknownFormatException {
    return RecordCodec.decode(bytes);
  }

  /** Folds one; a whole generation of them, of which each is a part. */
  @Benchmark
  @OperationsPerInvocation(AGENTS)
  public SyncPoint fold() {
    SyncPoint point = SyncPoint.startingAt(Head.FIRST);
    for (Arrive each : arrivals) {
      point.accept(each);
    }
    return point;
  }
}
