package io.agentsync.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The processes of a torture, and all that those before them have written down. */
final class TortureCrew implements AutoCloseable {

  private static final String TIMEOUT_MILLIS = "3000";

  private final String location;
  private final Path logs;
  private final List<String> agents;
  private final List<Life> present = new ArrayList<>();
  private final List<Life> past = new ArrayList<>();

  /** One process's life. */
  private record Life(ClientProcess process, Path log, String agent) {}

  TortureCrew(String location, Path logs, int size) {
    this.location = location;
    this.logs = logs;
    this.agents = IntStream.range(0, size).mapToObj(i -> "agent-" + i).toList();
  }

  int size() {
    return agents.size();
  }

  void begin() throws IOException {
    for (String agent : agents) {
      present.add(start(agent));
    }
  }

  /** Kills one and starts it anew. */
  void replace(int index) throws IOException, InterruptedException {
    Life killed = present.get(index);
    if (!killed.process().isAlive()) {
      throw new AssertionError(killed.log().getFileName() + " has died by itself");
    }
    killed.process().kill();
    past.add(killed);
    present.set(index, start(killed.agent()));
  }

  /** Lets all finish the call they are in, and leave; each has to be told before. */
  void leave() throws IOException, InterruptedException {
    present.forEach(life -> life.process().endInput());
    for (Life life : present) {
      boolean left = life.process().leaves();
      boolean toldAll = calls(life).stream().allMatch(call -> call.told().isPresent());
      if (!left || !toldAll) {
        throw new AssertionError(life.log().getFileName() + " was never told");
      }
    }
  }

  /** All calls, those of one process in their order. */
  List<Participation> calls() throws IOException {
    List<Participation> calls = new ArrayList<>();
    for (Life life : Stream.concat(past.stream(), present.stream()).toList()) {
      calls.addAll(calls(life));
    }
    return calls;
  }

  @Override
  public void close() {
    present.forEach(life -> life.process().close());
  }

  private static List<Participation> calls(Life life) throws IOException {
    return Files.exists(life.log()) ? ParticipantMain.read(life.log(), life.agent()) : List.of();
  }

  private Life start(String agent) throws IOException {
    Path log = logs.resolve(agent + "-life-" + past.size());
    List<String> arguments =
        List.of(
            location,
            Records.POINT.id(),
            agent,
            String.join(",", agents),
            TIMEOUT_MILLIS,
            log.toString());
    return new Life(ClientProcess.start(List.of(), ParticipantMain.class, arguments), log, agent);
  }
}
