package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How much processor time the threads of a process have used, by what they are for (Linux). */
public final class ThreadTimes {

  /** This process. */
  static final String SELF = "self";

  private static final String ENDED = "library";

  private ThreadTimes() {}

  /**
   * Nanoseconds by purpose since the process began, of its threads that still live; nothing where
   * the system does not say.
   *
   * @param process its number, or {@code self}
   */
  public static Map<String, Long> of(String process) throws IOException {
    Map<String, Long> times = new TreeMap<>();
    Path tasks = Path.of("/proc", process, "task");
    if (!Files.isDirectory(tasks)) {
      return times;
    }
    try (DirectoryStream<Path> each = Files.newDirectoryStream(tasks)) {
      for (Path task : each) {
        add(task, process.equals(SELF), times);
      }
    }
    return times;
  }

  private static void add(Path task, boolean own, Map<String, Long> times) {
    try {
      String name = Files.readString(task.resolve("comm")).strip();
      String onProcessor = Files.readString(task.resolve("schedstat")).split(" ", 2)[0];
      times.merge(own ? purpose(name) : "server", Long.parseLong(onProcessor), Long::sum);
    } catch (IOException threadHasEnded) {
      times.merge(ENDED, 0L, Long::sum);
    }
  }

  private static String purpose(String thread) {
    if (thread.contains("Compiler")) {
      return "compiler";
    }
    if (thread.startsWith("G1") || thread.startsWith("GC") || thread.startsWith("VM")) {
      return "gc";
    }
    return thread.startsWith("agent-") && !thread.startsWith("agent-sync") ? "agents" : "library";
  }
}
