package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One agent of a pipeline, in a process of its own: collectors bring numbers to the meeting that
 * ends their phase, processors bring what they make of them to the next one, and storage adds up.
 *
 * <p>{@code PipelineAgent STORE collector1|collector2|processor1|processor2|storage}
 */
public final class PipelineAgent extends SynchronizedAgent {

  private static final List<String> COLLECTORS = List.of("collector1", "collector2");
  private static final List<String> PROCESSORS = List.of("processor1", "processor2");
  private static final Set<String> FEEDING =
      Set.of("collector1", "collector2", "processor1", "processor2");
  private static final Set<String> STORING = Set.of("processor1", "processor2", "storage");
  private static final Set<String> EVERYBODY =
      Set.of("collector1", "collector2", "processor1", "processor2", "storage");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private PipelineAgent(String name, AgentSynchronizer synchronizer) {
    super(name, synchronizer);
  }

  @Override
  protected boolean validateConfig() {
    return EVERYBODY.contains(getName());
  }

  @Override
  protected String role() {
    return getName().replaceAll("\\d", "");
  }

  @Override
  protected Set<String> syncCapabilities() {
    return Set.of("pipeline", role());
  }

  @Override
  protected Map<String, Object> run() throws Exception {
    switch (role()) {
      case "collector" -> meet("collected", FEEDING, collected());
      case "processor" -> {
        SyncResult collection = meet("collected", FEEDING, List.of());
        meet("processed", STORING, List.of(processed(collection)));
      }
      default -> {
        SyncResult processing = meet("processed", STORING, List.of());
        System.out.printf(
            "storage: the sum of the squares is %d%n", brought(processing, PROCESSORS).sum());
      }
    }
    return Map.of("outcome", meet("stored", EVERYBODY, List.of()).outcome());
  }

  private List<Long> collected() {
    long first = getName().equals(COLLECTORS.get(0)) ? 1 : 51;
    return LongStream.range(first, first + 50).boxed().toList();
  }

  private long processed(SyncResult collection) {
    int mine = PROCESSORS.indexOf(getName());
    return brought(collection, COLLECTORS)
        .filter(number -> number % PROCESSORS.size() == mine)
        .map(number -> number * number)
        .sum();
  }

  private SyncResult meet(String point, Set<String> agents, List<Long> payload) throws Exception {
    SyncOptions options = SyncOptions.builder().timeout(PATIENCE).payload(payload).build();
    SyncResult result = syncWithAgents(point, agents, options).get();
    System.out.printf("%s: %s %s, with %s%n", getName(), point, result.outcome(), result.arrived());
    if (!result.success()) {
      throw new IllegalStateException(
          "%s ended as %s without %s".formatted(point, result.outcome(), result.missing()));
    }
    return result;
  }

  private static LongStream brought(SyncResult meeting, List<String> agents) {
    return agents.stream().map(meeting.payloads()::get).flatMapToLong(PipelineAgent::numbers);
  }

  private static LongStream numbers(@Nullable Object payload) {
    return payload instanceof List<?> list
        ? list.stream().mapToLong(number -> ((Number) number).longValue())
        : LongStream.empty();
  }

  /** Plays its part in the pipeline, and fails if a phase does. */
  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      System.err.println("usage: PipelineAgent STORE AGENT");
      System.exit(2);
    }
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(args[0])) {
      new PipelineAgent(args[1], synchronizer).execute();
    }
  }
}
