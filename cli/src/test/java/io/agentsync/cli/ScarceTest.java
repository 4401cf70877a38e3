package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the system gives no more: room, rights, descriptors, readers. Never "there is nothing". */
@Timeout(120)
class ScarceTest {

  @TempDir Path directory;
  private final List<Path> mounts = new ArrayList<>();

  @AfterEach
  void unmount() throws Exception {
    for (Path mount : mounts) {
      run("umount", "-l", mount.toString());
    }
  }

  @Test
  void aFullDiskIsNamed_andWhatIsThereCanStillBeRead() throws Exception {
    Path disk = tmpfs("size=256k");
    Path store = disk.resolve("store");
    try (Points points = new Points(store)) {
      points.completed("p");
    }
    fill(disk);
    byte[] before = Files.readAllBytes(store.resolve("syncpoints").resolve("p.jsonl"));
    Ran ran = Tool.on(store).run("sync", "q", "--agent", "a", "--with", "a");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains(store.toString(), "No space left on device");
    assertThat(Tool.on(store).run("list").out()).contains("COMPLETED  p ");
    assertThat(Tool.on(store).run("explain", "p").code()).isZero();
    Ran doctor = Tool.on(store).run("doctor");
    assertThat(doctor.code()).isEqualTo(1);
    assertThat(doctor.out()).contains("0 MiB are free", "No space left on device");
    assertThat(Files.readAllBytes(store.resolve("syncpoints").resolve("p.jsonl")))
        .isEqualTo(before);
    assertThat(leftovers(store)).isEmpty();
  }

  @Test
  void aReadOnlyDiskIsNamed_andIsNotWrittenTo() throws Exception {
    Path disk = tmpfs("size=1m");
    Path store = disk.resolve("store");
    try (Points points = new Points(store)) {
      points.completed("p").waiting("q");
    }
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
    for (String[] call :
        new String[][] {
          {"sync", "r", "--agent", "a", "--with", "a"}, {"force", "q"}, {"cleanup"}, {"wait", "q"}
        }) {
      Ran ran = Tool.on(store).run(call);
      assertThat(ran.code()).as(call[0]).isEqualTo(4);
      assertThat(ran.err()).as(call[0]).contains(store.toString(), "Read-only file system");
    }
    for (String call : new String[] {"list", "diagnose p", "explain p", "stats"}) {
      assertThat(Tool.on(store).run(call.split(" ", -1)).code()).as(call).isZero();
    }
    Ran doctor = Tool.on(store).run("doctor");
    assertThat(doctor.code()).isEqualTo(1);
    assertThat(doctor.out()).contains("is read-only for you, so nothing was tried out");
  }

  @Test
  void withoutDescriptorsNothingIsCalledEmpty() throws Exception {
    Path store = directory.resolve("store");
    try (Points points = new Points(store)) {
      points.completed("p");
    }
    Said said =
        java("ulimit -n 256; exec \"$@\" </dev/null", "io.agentsync.cli.StarvedTool", store);
    assertThat(said.code()).isZero();
    List<String> lines = said.out().lines().toList();
    String found = lines.get(0);
    assertThat(found).startsWith("p\tCOMPLETED");
    assertThat(lines.get(lines.size() - 1)).isEqualTo(found);
    assertThat(lines)
        .contains(
            "sync-diag: "
                + store.resolve("syncpoints")
                + ": cannot be listed (Too many open files)");
    assertThat(lines.subList(2, lines.size() - 1)).allMatch(line -> line.contains("cannot be"));
  }

  @Test
  void aDeviceThatIsFullIsFour() throws Exception {
    Path store = directory.resolve("store");
    try (Points points = new Points(store)) {
      points.completed("p");
    }
    Said said = java("exec \"$@\" --store '%s' list >/dev/full".formatted(store), MAIN);
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out())
        .isEqualTo("sync-diag: cannot write the output: No space left on device\n");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
    Path store = directory.resolve("store");
    try (Points points = new Points(store)) {
      for (int i = 0; i < 300; i++) {
        points.ready("a-point-with-a-long-name-so-that-the-pipe-is-full-" + "x".repeat(60) + i);
      }
    }
    String script = "\"$@\" --store '%s' explain %s | true; echo ${PIPESTATUS[0]}";
    Said said =
        java(
            script.formatted(
                store, "a-point-with-a-long-name-so-that-the-pipe-is-full-" + "x".repeat(60) + 1),
            MAIN);
    assertThat(said.out()).isEqualTo("0\n");
    Said list =
        java("\"$@\" --store '%s' list | head -n 1; echo ${PIPESTATUS[0]}".formatted(store), MAIN);
    assertThat(list.out()).isEqualTo("Store: " + store + "\n0\n");
  }

  private static final String MAIN = "io.agentsync.cli.Main";

  private record Said(int code, String out) {}

  private static Said java(String script, String main, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", main));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out);
  }

  private Path tmpfs(String options) throws Exception {
    Path mount = Files.createDirectory(directory.resolve("disk"));
    boolean mounted =
        System.getProperty("os.name").equals("Linux")
            && run("mount", "-t", "tmpfs", "-o", options + ",mode=0700", "tmpfs", mount.toString())
                == 0;
    assumeTrue(mounted, "needs the right to mount");
    mounts.add(mount);
    return mount;
  }

  private static void fill(Path disk) throws IOException {
    Path ballast = disk.resolve("ballast");
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static List<Path> leftovers(Path store) throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      return all.filter(path -> path.toString().contains("trial-")).toList();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
