package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Moment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    assumeTrue(
        Checkout.javaIsFoundByItself(), "needs a Java where the launcher looks for one under cron");
    store = directory.resolve("store");
    installed = directory.resolve("installed");
    Checkout.in(installed).putJarInPlace();
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
}
