package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tool on a store in ZooKeeper: as on a directory. */
class ZooKeeperToolTest {

  /** Each mode once, in an order that makes sense, with its exit code. */
  private static final List<Map.Entry<String, Integer>> A_DAY =
      List.of(
          Map.entry("register a --role builder --capability build", 0),
          Map.entry("heartbeat a", 0),
          Map.entry("status a active --action compiling", 0),
          Map.entry("sync p --agent a --with a", 0),
          Map.entry("sync q --agent a --with a,b --timeout 500ms", 1),
          Map.entry("wait p", 0),
          Map.entry("list", 0),
          Map.entry("stats", 0),
          Map.entry("stats --check", 1),
          Map.entry("registry", 0),
          Map.entry("diagnose p", 0),
          Map.entry("diagnose q", 1),
          Map.entry("diagnose --all", 1),
          Map.entry("explain p", 0),
          Map.entry("monitor --count 1", 0),
          Map.entry("doctor", 0),
          Map.entry("force q", 1),
          Map.entry("abort q", 1),
          Map.entry("excuse q b", 1),
          Map.entry("extend q 10s", 1),
          Map.entry("cleanup --state completed,error", 0),
          Map.entry("explain p --json", 0),
          Map.entry("diagnose nobody", 3),
          Map.entry("deregister a", 0));

  static final Set<String> LOOKING_CALLS = LocationTest.LOOKING_CALLS;

  @TempDir Path directory;

  private static Ran run(String location, String call, String... more) {
    String[] words = call.isEmpty() ? new String[0] : call.split(" ", -1);
    return Tool.in(Map.of("AGENT_SYNC_STORE", location)).run(Tool.plus(words, more));
  }

  @Test
  void everyModeDoesAsOnADirectory() {
    String location = LocalEnsemble.freshLocation();
    Set<String> tried = new TreeSet<>();
    for (Map.Entry<String, Integer> each : A_DAY) {
      Ran ran = run(location, each.getKey());
      Ran onDirectory = Tool.on(directory).run(each.getKey().split(" ", -1));
      assertThat(ran.code())
          .as(each.getKey() + "\n" + ran.out() + ran.err())
          .isEqualTo(each.getValue())
          .isEqualTo(onDirectory.code());
      assertThat(ran.err()).doesNotContain("Exception").doesNotContain("\tat ");
      tried.add(each.getKey().replaceFirst(" .*", ""));
    }
    assertThat(tried).containsAll(Modes.all().keySet());
  }

  @Test
  void whatWasCleanedUpIsGone_andTheStoryIsKept() {
    String location = LocalEnsemble.freshLocation();
    run(location, "sync p --agent a --with a");
    assertThat(run(location, "cleanup").out()).contains("removed 1 sync point");
    assertThat(run(location, "list --json").json().get("syncPoints")).isEmpty();
    assertThat(run(location, "explain p").out()).contains("cleans the sync point up");
    assertThat(run(location, "sync p --agent a --with a --json").json().get("generation").asLong())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @FieldSource("LOOKING_CALLS")
  void whoOnlyLooksMakesNoNamespace_andWhatIsNotThereIsFour(String call) {
    String location = LocalEnsemble.freshLocation();
    Ran ran = run(location, call);
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err())
        .contains(location.replaceFirst("\\?.*", ""), "AGENT_SYNC_STORE", "there is no store");
    assertThat(run(location, "list").code()).as("still not there").isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync p --agent a --with a", "register a"})
  void whoTakesPartMakesIt(String call) {
    String location = LocalEnsemble.freshLocation();
    assertThat(run(location, call).code()).isZero();
    assertThat(run(location, "list").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "stats", "monitor --count 1", "cleanup", "sync p --agent a --with a"})
  void whereNobodyAnswersItIsFour_soon_inOneLineThatNamesTheHosts(String call) throws IOException {
    String hosts = "127.0.0.1:%d,localhost:%d".formatted(unused(), unused());
    long start = System.nanoTime();
    Ran ran = run("zookeeper://" + hosts + "/ns?connect-timeout=500ms", call);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err())
        .startsWith("sync-diag: zookeeper://" + hosts + "/ns: no server of the ensemble answers")
        .contains("tried: " + hosts.replace(",", ", "));
  }

  @Test
  void theDoctorShowsWhyNobodyAnswers_onOneScreen() throws IOException {
    String hosts = "127.0.0.1:%d,localhost:%d".formatted(unused(), unused());
    Ran ran = run("zookeeper://" + hosts + "/ns?connect-timeout=500ms", "doctor");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.lines()).hasSizeLessThan(24);
    for (String host : hosts.split(",", -1)) {
      assertThat(ran.out()).contains(host + " is not reached: Connection refused");
    }
    assertThat(ran.lastLine()).isEqualTo("UNFIT: 3 problems");
    assertThat(ran.err()).contains("no server of the ensemble answers");
  }

  @Test
  void theDoctorLooksAtAnEnsembleBeforeThereIsAStore() {
    Ran ran = run(LocalEnsemble.freshLocation(), "doctor", "--json");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.json().get("checks"))
        .extracting(check -> check.get("name").asString(), check -> check.get("result").asString())
        .contains(tuple("server", "ok"), tuple("writing", "ok"), tuple("namespace", "problem"));
  }

  @Test
  void theSecretIsInNoOutput() throws IOException {
    String location = LocalEnsemble.freshLocation();
    Path ours = Files.writeString(directory.resolve("ours"), "agentsync.digest=team:open-sesame");
    Path wrong = Files.writeString(directory.resolve("wrong"), "agentsync.digest=team:no-sesame");
    assertThat(run(location + "&config=" + ours, "register a").code()).isZero();
    for (String call : List.of("list", "doctor", "sync p --agent a --with a", "doctor --json")) {
      Ran refused = run(location + "&config=" + wrong, call, "-v");
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.out() + refused.err())
          .contains("the ensemble refused our credentials")
          .doesNotContain("sesame");
      Ran allowed = run(location + "&config=" + ours, call, "-v");
      assertThat(allowed.code()).as(allowed.err()).isZero();
      assertThat(allowed.out() + allowed.err()).doesNotContain("sesame");
    }
    assertThat(run(location, "list").err()).contains("only with the name and password");
  }

  @Test
  void whatIsNoLocationIsWrongUsage() {
    Ran ran = run("zookeeper://127.0.0.1:2181", "list");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("no namespace", "zookeeper://HOST[:PORT]");
  }

  @Test
  void aDirectoryLoadsNothingOfIt() throws Exception {
    List<String> command = new ArrayList<>(Tool.command(directory, "sync", "p", "--agent", "a"));
    command.add(1, "-Xlog:class+load:stdout");
    command.addAll(List.of("--with", "a"));
    Started started = start(command);
    assertThat(started.said())
        .contains("io.agentsync.journal.directory.DirectoryEngine", "COMPLETED")
        .doesNotContain("io.agentsync.zookeeper.", "org.apache.zookeeper.")
        .doesNotContain("org.apache.curator.", "io.netty.");
    assertThat(started.process().waitFor()).isZero();
  }

  @Test
  void processesThatTheLauncherStartsMeet() throws Exception {
    Checkout checkout = Checkout.in(directory.resolve("checkout"));
    checkout.putJarInPlace();
    String location = LocalEnsemble.freshLocation();
    String launcher = checkout.launcher().toString();
    Started a = start(List.of(launcher, "--store", location, "sync", "p", "--agent=a", "--with=b"));
    Started b = start(List.of(launcher, "--store", location, "sync", "p", "--agent=b", "--with=a"));
    for (Started each : List.of(a, b)) {
      assertThat(each.said()).contains("COMPLETED", "Arrived: a, b").doesNotContain("WARN");
      assertThat(each.process().waitFor()).isZero();
    }
    Started listing = start(List.of(launcher, "--store", location, "--list", "-o", "plain"));
    assertThat(listing.said()).startsWith("p\tCOMPLETED\tCOMPLETED\t1\t2/2");
  }

  /** A process, with what it says on both streams. */
  private record Started(Process process) {
    String said() throws IOException {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Started start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new Started(builder.start());
  }

  /** A port at which nobody answers. */
  private static int unused() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
