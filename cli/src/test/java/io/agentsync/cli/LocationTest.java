package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where each mode looks for the store, and what becomes of one that is not there. */
class LocationTest {

  /** The modes that never create a store, and their exit code where the default one is empty. */
  private static final Map<String, Integer> LOOKING =
      Map.ofEntries(
          Map.entry("", 0),
          Map.entry("list", 0),
          Map.entry("stats", 0),
          Map.entry("monitor --count 1", 0),
          Map.entry("diagnose p", 3),
          Map.entry("diagnose --all", 0),
          Map.entry("registry", 0),
          Map.entry("cleanup", 0),
          Map.entry("force p", 3),
          Map.entry("abort p", 3),
          Map.entry("excuse p a", 3),
          Map.entry("extend p 5m", 3),
          Map.entry("heartbeat a", 3),
          Map.entry("status a active", 3),
          Map.entry("deregister a", 3),
          Map.entry("wait p", 3),
          Map.entry("explain p", 3),
          Map.entry("doctor", 0));

  private static final List<String> CREATING = List.of("sync p --agent a --with a", "register a");

  static final Set<String> LOOKING_CALLS = LOOKING.keySet();

  @TempDir Path directory;

  private Path nowhere() {
    return directory.resolve("nowhere");
  }

  private static Ran run(Map<String, String> environment, String call, String... more) {
    String[] words = call.isEmpty() ? new String[0] : call.split(" ", -1);
    return Tool.in(environment).run(Tool.plus(words, more));
  }

  @ParameterizedTest
  @FieldSource("LOOKING_CALLS")
  void whatWasNamedAndIsNotThereIsFour_andSaysWhatToCheck(String call) {
    Ran byOption = run(Map.of(), call, "--store", nowhere().toString());
    assertThat(byOption.code()).isEqualTo(4);
    assertThat(byOption.out()).isEmpty();
    assertThat(byOption.err()).contains(nowhere().toString(), "--store", "check the path");
    Ran byVariable = run(Map.of("AGENT_SYNC_STORE", nowhere().toString()), call);
    assertThat(byVariable.code()).isEqualTo(4);
    assertThat(byVariable.err()).contains(nowhere().toString(), "AGENT_SYNC_STORE");
    assertThat(nowhere()).doesNotExist();
  }

  @ParameterizedTest
  @FieldSource("LOOKING_CALLS")
  void theDefaultThatIsNotThereYetIsEmpty(String call) {
    Ran ran = run(Map.of("XDG_STATE_HOME", nowhere().toString()), call);
    assertThat(ran.code()).isEqualTo(LOOKING.get(call));
    assertThat(ran.out() + ran.err()).contains(nowhere() + "/agent-sync");
    assertThat(nowhere()).doesNotExist();
  }

  @ParameterizedTest
  @FieldSource("CREATING")
  void whoTakesPartCreatesTheStore(String call) {
    Ran named = run(Map.of(), call, "--store", nowhere().toString());
    assertThat(named.code()).as(named.err()).isZero();
    assertThat(nowhere().resolve("settings")).exists();
    Path home = directory.resolve("home");
    assertThat(run(Map.of("XDG_STATE_HOME", home.toString()), call).code()).isZero();
    assertThat(home.resolve("agent-sync").resolve("settings")).exists();
  }

  @Test
  void theOptionComesBeforeTheVariable() {
    try (Points points = new Points(directory.resolve("store"))) {
      points.ready("p");
      Map<String, String> elsewhere = Map.of("AGENT_SYNC_STORE", nowhere().toString());
      Ran ran = run(elsewhere, "list", "--store", directory.resolve("store").toString());
      assertThat(ran.code()).isZero();
    }
  }

  @Test
  void noModeIsForgotten() {
    Set<String> tried = new TreeSet<>();
    LOOKING.keySet().forEach(call -> tried.add(call.replaceFirst(" .*", "")));
    CREATING.forEach(call -> tried.add(call.replaceFirst(" .*", "")));
    assertThat(tried).containsAll(Modes.all().keySet());
  }
}
