package io.agentsync.examples;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How much processor time the threads of this process have used, by what they are for (Linux). */
final class ThreadTimes {

  private static final Path TASKS = Path.of("/proc/self/task");
  private static final long MICROS_PER_TICK = 10_000;
  private static final int USER_TICKS = 11;

  private ThreadTimes() {}

  /** Microseconds by purpose since the process began; nothing where the system does not say. */
  static Map<String, Long> read() throws IOException {
    Map<String, Long> times = new TreeMap<>();
    if (!Files.isDirectory(TASKS)) {
      return times;
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        try {
          String name = Files.readString(task.resolve("comm")).strip();
          String stat = Files.readString(task.resolve("stat"));
          String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
          long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]);
          times.merge(purpose(name), ticks * MICROS_PER_TICK, Long::sum);
        } catch (NoSuchFileException gone) {
          times.merge("threads that ended", 0L, Long::sum);
        }
      }
    }
    return times;
  }

  private static String purpose(String thread) {
    if (thread.contains("Compiler")) {
      return "compiler";
    }
    if (thread.startsWith("agent-sync")) {
      return "library threads";
    }
    if (thread.startsWith("G1") || thread.startsWith("GC") || thread.startsWith("VM")) {
      return "garbage collection";
    }
    return "agents";
  }
}
