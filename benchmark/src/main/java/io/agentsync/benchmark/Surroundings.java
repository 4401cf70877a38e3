package io.agentsync.benchmark;

import io.agentsync.benchmark.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to say about this machine and the versions on it. */
final class Surroundings {

  private static final Path LIBRARIES = Path.of("benchmark/target/lib");
  private static final List<String> PEERS =
      List.of("jedis", "redisson", "curator-recipes", "zookeeper");
  private static final int PATIENCE_SECONDS = 10;

  private final Path memory;
  private final Path disk;
  private final List<String> flags;

  /** With these flags of all JVMs. */
  Surroundings(Path memory, Path disk, List<String> flags) {
    this.memory = memory;
    this.disk = disk;
    this.flags = List.copyOf(flags);
  }

  Machine machine() throws IOException, InterruptedException {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        java(),
        Files.getFileStore(memory).type(),
        Files.getFileStore(disk).type(),
        versions());
  }

  private String java() {
    String version = "Java " + System.getProperty("java.version");
    return flags.isEmpty() ? version : version + " with " + String.join(" ", flags);
  }

  private static String processor() throws IOException {
    Path cpus = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpus)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(cpus).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String versions() throws IOException, InterruptedException {
    String libraries;
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      libraries =
          jars.map(jar -> jar.getFileName().toString().replace(".jar", ""))
              .filter(jar -> PEERS.stream().anyMatch(peer -> jar.matches(peer + "-[0-9].*")))
              .sorted()
              .collect(Collectors.joining(", "));
    }
    return libraries
        + ", Redis "
        + version("redis-server")
        + ", Python "
        + version("python3")
        + ", gcc "
        + version("gcc");
  }

  /** The first number with points in what the program says. */
  private static String version(String program) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      String first = process.inputReader().lines().findFirst().orElse("");
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String version = first.replaceFirst("^.*?([0-9]+\\.[0-9.]*[0-9]).*$", "$1");
      return version.isEmpty() ? "unknown" : version;
    } catch (IOException absent) {
      return "absent";
    }
  }
}
