package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first use of a fresh checkout, with a Maven that only says that it was there. */
class LauncherTest {

  /** Takes a while, so that the others come meanwhile. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo built >>'%1$s/maven.log'
      sleep 0.5
      %2$s
      """;

  private static final String BUILDS =
      """
      mkdir -p examples/target/classes zookeeper/target
      touch zookeeper/target/server-class-path.txt
      cp '%1$s/made.jar' cli/target/sync-diag.jar
      """;

  @TempDir Path directory;
  private Checkout checkout;

  @BeforeEach
  void clonedJustNow() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "needs bash and flock");
    checkout = Checkout.in(directory.resolve("checkout"));
    Checkout.putJar(directory.resolve("made.jar"));
  }

  private void maven(String does) throws IOException {
    Path mvn = Files.createDirectories(directory.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, MAVEN.formatted(directory, does.formatted(directory)));
    Checkout.makeExecutable(mvn);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(checkout.launcher().toString(), "--version").redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", directory.resolve("bin") + ":", (path, first) -> first + path);
    return builder.start();
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void severalAtOnceBuildOnce() throws Exception {
    maven(BUILDS);
    List<Process> users = new ArrayList<>();
    for (int user = 0; user < 3; user++) {
      users.add(start());
    }
    for (Process user : users) {
      String said = said(user);
      assertThat(user.waitFor()).as(said).isZero();
      assertThat(said).contains("sync-diag ", "Java ");
    }
    assertThat(directory.resolve("maven.log")).hasContent("built");
  }

  @Test
  void aBuildThatFailsIsSaidInTheLastLine() throws Exception {
    maven("exit 1");
    Process user = start();
    String said = said(user);
    assertThat(user.waitFor()).isEqualTo(126);
    assertThat(said).endsWith("cli/target/sync-diag.jar, and it could not be built\n");
  }
}
