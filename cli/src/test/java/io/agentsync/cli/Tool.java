package io.agentsync.cli;

import io.agentsync.cli.command.Console;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the tool in this process, in a world that the test describes. */
record Tool(
    Map<String, String> environment, boolean terminal, Charset charset, Optional<TimeSource> time) {

  /** What a call came to. */
  record Ran(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    List<String> lines() {
      return out.lines().toList();
    }

    String lastLine() {
      return lines().get(lines().size() - 1);
    }
  }

  /** In a pipe, with nothing in the environment but the store. */
  static Tool on(Path store) {
    return in(Map.of("AGENT_SYNC_STORE", store.toString()));
  }

  static Tool in(Map<String, String> environment) {
    return new Tool(environment, false, StandardCharsets.UTF_8, Optional.empty());
  }

  Tool onTerminal() {
    return new Tool(environment, true, charset, time);
  }

  Tool writing(Charset other) {
    return new Tool(environment, terminal, other, time);
  }

  Tool at(Instant now) {
    TimeSource stopped = () -> new Moment(now, Optional.empty(), 0);
    return new Tool(environment, terminal, charset, Optional.of(stopped));
  }

  Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(out, args, out);
  }

  Ran runInto(OutputStream out, String... args) {
    return run(out, args, new ByteArrayOutputStream());
  }

  private Ran run(OutputStream out, String[] args, ByteArrayOutputStream kept) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(new Console(out, err, terminal, terminal, charset, environment, time), args);
    // Machine formats are UTF-8 whatever the charset, and tests in ASCII contain nothing else.
    return new Ran(
        code, kept.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The command that runs the tool in a process of its own. */
  static List<String> command(Path store, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.agentsync.cli.Main",
                "--store",
                store.toString()));
    command.addAll(List.of(args));
    return command;
  }

  static String[] plus(String[] args, String... more) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
