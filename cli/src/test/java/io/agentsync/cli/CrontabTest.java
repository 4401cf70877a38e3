package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Moment;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The crontab of the front page, run as cron does: by {@code /bin/sh}, with nothing in the
 * environment but what the crontab itself sets. What it prints is what is mailed.
 */
class CrontabTest {

  private static final String INSTALLED = "/opt/agent-sync";
  private static final String SHARED = "/srv/agents/shared-state";

  @TempDir Path directory;
  private Path store;
  private Path installed;

  private record Mail(int code, String text) {}

  @BeforeEach
  void install() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    assumeTrue(javaCanBeFound(), "needs a Java where the launcher looks for one under cron");
    store = directory.resolve("store");
    installed = directory.resolve("installed");
    Path launcher = Files.createDirectories(installed.resolve("scripts")).resolve("sync-diag");
    Files.copy(Page.ROOT.resolve("scripts").resolve("sync-diag"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path target = Files.createDirectories(installed.resolve("cli").resolve("target"));
    jarOfTheseClasses(target.resolve("sync-diag.jar"));
  }

  @Test
  void mailsNothingWhereAllIsWell_andRemovesWhatEndedLongAgo() throws Exception {
    endedBefore(Duration.ofDays(8), "old");
    try (Points points = new Points(store)) {
      points.completed("fresh");
      points.waiting("open");
      assertThat(cron()).isEqualTo(new Mail(0, ""));
      assertThat(points.synchronizer().syncPointIds()).containsExactly("fresh", "open");
    }
  }

  @Test
  void mailsWhatIsWrongAndTheWholeDiagnosis() throws Exception {
    try (Points points = new Points(store)) {
      points.completed("fresh").timedOut("deploy");
      Mail mail = cron();
      assertThat(mail.code()).isEqualTo(1);
      assertThat(mail.text())
          .startsWith("sync-diag: sync point deploy: timed out after")
          .contains("Store: " + store, "1. ERROR timed out", "Remedy: ", "UNHEALTHY: 1 error\n");
      assertThat(mail.text().chars()).as("a mail without any locale").allMatch(c -> c < 128);
    }
  }

  @Test
  void mailsThatThereIsNoStore() throws Exception {
    Mail mail = cron();
    assertThat(mail.code()).isEqualTo(4);
    assertThat(mail.text()).contains("there is no store at " + store);
    assertThat(store).doesNotExist();
  }

  private Mail cron() throws IOException, InterruptedException {
    List<String> crontab = Page.of("README.md").blocks("crontab").get(0).lines();
    List<String> words =
        new ArrayList<>(List.of("env", "-i", "HOME=" + directory, "LOGNAME=agents", "LANG=C"));
    crontab.stream()
        .filter(line -> line.matches("[A-Z_]+=.*"))
        .map(line -> line.replace(INSTALLED, installed.toString()))
        .map(line -> line.replace(SHARED, store.toString()))
        .forEach(words::add);
    String line = crontab.get(crontab.size() - 1);
    assertThat(line).startsWith("*/10 * * * *  ").doesNotContain("%");
    words.addAll(List.of("/bin/sh", "-c", line.substring(line.indexOf("  ")).strip()));
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Mail(process.waitFor(), text);
  }

  private void endedBefore(Duration age, String id) {
    Moment then = new Moment(Instant.now().minus(age), Optional.empty(), 0);
    try (AgentSynchronizer synchronizer =
        AgentSynchronizer.builder().store(store).time(() -> then).build()) {
      synchronizer.joinOrCreateSyncPoint(id, "a", Set.of("a")).join();
    }
  }

  /** A jar as the build makes one after the tests, but it only points to the classes. */
  private static void jarOfTheseClasses(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "io.agentsync.cli.Main");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private static boolean javaCanBeFound() throws IOException {
    Path machines = Path.of("/usr/lib/jvm");
    try (Stream<Path> found =
        Files.isDirectory(machines) ? Files.list(machines) : Stream.<Path>empty()) {
      return Stream.concat(Stream.of(Path.of("/usr")), found)
          .anyMatch(java -> Files.isExecutable(java.resolve("bin").resolve("java")));
    }
  }
}
