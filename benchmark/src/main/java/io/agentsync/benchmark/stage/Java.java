package io.agentsync.benchmark.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How every JVM of a benchmark is started: the same Java, class path and flags for all. */
public final class Java {

  private final List<String> flags;

  /** With these flags, which all JVMs get. */
  public Java(List<String> flags) {
    this.flags = List.copyOf(flags);
  }

  /** The command for a main class; flags of its own come last. */
  public List<String> command(String mainClass, List<String> properties, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(flags);
    command.addAll(properties);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
