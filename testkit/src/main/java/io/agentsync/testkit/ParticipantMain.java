package io.agentsync.testkit;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import io.agentsync.testkit.Participation.Told;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An agent in a process of its own that meets the others again and again until its input ends, and
 * writes down what it does and is told, each line in one write, so that a kill takes nothing back.
 */
public final class ParticipantMain {

  private ParticipantMain() {}

  /**
   * Takes part.
   *
   * @param args the location of the store, the sync point, the agent, all agents with commas
   *     between them, the timeout in milliseconds, and the file to write to
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Thread input = new Thread(ParticipantMain::awaitEndOfInput, "testkit-input");
    input.setDaemon(true);
    input.start();
    Set<String> agents = Set.of(args[3].split(",", -1));
    SyncOptions options =
        SyncOptions.builder().timeout(Duration.ofMillis(Long.parseLong(args[4]))).build();
    try (OutputStream log = new FileOutputStream(args[5]);
        AgentSynchronizer synchronizer = AgentSynchronizer.open(args[0])) {
      while (input.isAlive()) {
        write(log, "begun " + System.nanoTime());
        SyncResult result =
            synchronizer.joinOrCreateSyncPoint(args[1], args[2], agents, options).join();
        write(log, Told.of(result).line());
      }
    }
  }

  /** What is written down of one process's life. */
  static List<Participation> read(Path log, String agent) throws IOException {
    String text = Files.readString(log);
    List<Participation> calls = new ArrayList<>();
    // What follows the last line feed was cut off by a kill.
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      if (line.startsWith("begun ")) {
        long begun = Long.parseLong(line.substring("begun ".length()));
        calls.add(
            new Participation(String.valueOf(log.getFileName()), agent, begun, Optional.empty()));
      } else {
        calls.add(calls.remove(calls.size() - 1).withTold(Told.parse(line)));
      }
    }
    return calls;
  }

  private static void awaitEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream log, String line) throws IOException {
    log.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
