package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One agent of a pipeline, in a process of its own: collectors write what processors read, and
 * storage reads what these have written; each phase ends with a meeting of those it concerns.
 *
 * <p>{@code PipelineAgent STORE DATA-DIRECTORY collector1|collector2|processor1|processor2|storage}
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

  private final Path data;

  private PipelineAgent(String name, AgentSynchronizer synchronizer, Path data) {
    super(name, synchronizer);
    this.data = data;
  }

  @Override
  protected boolean validateConfig() {
    return Files.isDirectory(data) && EVERYBODY.contains(getName());
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
      case "collector" -> {
        collect();
        meet("collected", FEEDING);
      }
      case "processor" -> {
        meet("collected", FEEDING);
        process();
        meet("processed", STORING);
      }
      default -> {
        meet("processed", STORING);
        store();
      }
    }
    return Map.of("stored", meet("stored", EVERYBODY).success());
  }

  private void collect() throws IOException {
    long first = getName().equals(COLLECTORS.get(0)) ? 1 : 51;
    write(LongStream.range(first, first + 50));
  }

  private void process() throws IOException {
    int mine = PROCESSORS.indexOf(getName());
    LongStream collected = read(COLLECTORS).filter(number -> number % PROCESSORS.size() == mine);
    write(LongStream.of(collected.map(number -> number * number).sum()));
  }

  private void store() throws IOException {
    long total = read(PROCESSORS).sum();
    write(LongStream.of(total));
    System.out.println("storage: the sum of the squares is " + total);
  }

  private SyncResult meet(String point, Set<String> agents) throws Exception {
    SyncResult result = syncWithAgents(point, agents, PATIENCE).get();
    System.out.printf("%s: %s %s, with %s%n", getName(), point, result.outcome(), result.arrived());
    if (!result.success()) {
      throw new IllegalStateException(
          "%s ended as %s without %s".formatted(point, result.outcome(), result.missing()));
    }
    return result;
  }

  private void write(LongStream numbers) throws IOException {
    Files.write(data.resolve(getName()), numbers.mapToObj(Long::toString).toList());
  }

  private LongStream read(List<String> agents) throws IOException {
    LongStream all = LongStream.empty();
    for (String agent : agents) {
      List<String> lines = Files.readAllLines(data.resolve(agent));
      all = LongStream.concat(all, lines.stream().mapToLong(Long::parseLong));
    }
    return all;
  }

  /** Plays its part in the pipeline, and fails if a phase does. */
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      System.err.println("usage: PipelineAgent STORE DATA-DIRECTORY AGENT");
      System.exit(2);
    }
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(Path.of(args[0]))) {
      new PipelineAgent(args[2], synchronizer, Path.of(args[1])).execute();
    }
  }
}
