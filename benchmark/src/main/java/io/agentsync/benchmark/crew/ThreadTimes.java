package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The processor time that the threads of processes had used at one moment (Linux). */
public final class ThreadTimes {

  /** This process. */
  static final String SELF = "self";

  /** What one thread had used, and what for. */
  record Time(String purpose, long nanos) {}

  private final Map<String, Time> byThread;

  ThreadTimes(Map<String, Time> byThread) {
    this.byThread = Map.copyOf(byThread);
  }

  /**
   * Of all threads of these processes that live; of none where the system does not say.
   *
   * @param processes their numbers, or {@code self}
   */
  public static ThreadTimes of(Iterable<String> processes) throws IOException {
    Map<String, Time> times = new HashMap<>();
    for (String process : processes) {
      Path tasks = Path.of("/proc", process, "task");
      if (Files.isDirectory(tasks)) {
        read(tasks, process.equals(SELF), times);
      }
    }
    return new ThreadTimes(times);
  }

  /**
   * Nanoseconds used since an earlier moment, by purpose. A thread that has ended in between, as
   * those of compilers do, can no longer say what it used, and so counts as if it had used nothing.
   */
  public Map<String, Long> since(ThreadTimes before) {
    Map<String, Long> used = new TreeMap<>();
    byThread.forEach(
        (thread, time) -> {
          Time earlier = before.byThread.get(thread);
          long nanos = time.nanos() - (earlier == null ? 0 : earlier.nanos());
          used.merge(time.purpose(), nanos, Long::sum);
        });
    return used;
  }

  /** Nanoseconds used {@link #since} an earlier moment, for whatever purpose. */
  public long allSince(ThreadTimes before) {
    return since(before).values().stream().mapToLong(Long::longValue).sum();
  }

  private static void read(Path tasks, boolean own, Map<String, Time> times) throws IOException {
    try (DirectoryStream<Path> each = Files.newDirectoryStream(tasks)) {
      for (Path task : each) {
        try {
          String name = Files.readString(task.resolve("comm")).strip();
          String onProcessor = Files.readString(task.resolve("schedstat")).split(" ", 2)[0];
          Time time = new Time(own ? purpose(name) : "server", Long.parseLong(onProcessor));
          times.put(task.getFileName().toString(), time);
        } catch (IOException threadHasEnded) {
          times.remove(task.getFileName().toString());
        }
      }
    }
  }

  /** What a thread of a JVM is for, by the beginning of its name, as the system keeps it. */
  static String purpose(String thread) {
    if (thread.contains("Compiler")) {
      return "compiler";
    }
    if (thread.startsWith("G1") || thread.startsWith("GC") || thread.startsWith("VM")) {
      return "gc";
    }
    // A client may name threads of its own after the agent that made it.
    return thread.matches("agent-\\d+") ? "agents" : "library";
  }
}
