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

  /**
   * What a process has used since an earlier look, of its threads that still live, in nanoseconds.
   *
   * @param before that look, by {@link #byThread}
   */
  public static long usedSince(Map<String, Long> before, Map<String, Long> now) {
    long used = 0;
    for (Map.Entry<String, Long> thread : now.entrySet()) {
      used += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return used;
  }

  /** Nanoseconds by thread since it began, of the threads of a process that still live. */
  public static Map<String, Long> byThread(String process) throws IOException {
    Map<String, Long> times = new TreeMap<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(Path.of("/proc", process, "task"))) {
      for (Path task : each) {
        add(task, times);
      }
    }
    return times;
  }

  private static void add(Path task, Map<String, Long> times) {
    try {
      times.put(task.getFileName().toString(), nanos(task));
    } catch (IOException threadHasEnded) {
      times.remove(task.getFileName().toString());
    }
  }

  private static long nanos(Path task) throws IOException {
    return Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ", 2)[0]);
  }

  private static void add(Path task, boolean own, Map<String, Long> times) {
    try {
      String name = Files.readString(task.resolve("comm")).strip();
      times.merge(own ? purpose(name) : "server", nanos(task), Long::sum);
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
