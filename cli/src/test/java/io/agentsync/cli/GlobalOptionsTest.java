package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said to every mode, before it and after it. */
class GlobalOptionsTest {

  private static final String[] ALL = {
    "--store",
    "--run",
    "-o",
    "--output",
    "--json",
    "-q",
    "--quiet",
    "-v",
    "--verbose",
    "--color",
    "--no-input",
    "-h",
    "--help",
    "-V",
    "--version"
  };

  @TempDir Path directory;
  private Points points;
  private Tool tool;

  @BeforeEach
  void open() {
    points = new Points(directory);
    tool = Tool.on(directory);
    points.ready("p");
  }

  @AfterEach
  void close() {
    points.close();
  }

  @Test
  void everyModeTakesAllOfThem() {
    Modes.all()
        .forEach(
            (name, mode) ->
                assertThat(mode.getCommandSpec().optionsMap().keySet()).as(name).contains(ALL));
    assertThat(Modes.tool().getCommandSpec().optionsMap().keySet()).contains(ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--json",
        "-o plain",
        "-q",
        "-v",
        "--color always",
        "--color=never",
        "--no-input",
        "--run nightly",
        "-h",
        "-V"
      })
  void beforeAndAfterAreTheSame(String option) {
    Ran after = tool.run(("list " + option).split(" ", -1));
    assertThat(tool.run((option + " list").split(" ", -1))).isEqualTo(after);
    assertThat(after.code()).isZero();
  }

  @Test
  void theStoreIsNamedBeforeOrAfter() {
    Tool bare = Tool.in(Map.of());
    Ran after = bare.run("list", "--store", directory.toString());
    assertThat(after.out()).startsWith("Store: " + directory).contains("READY");
    assertThat(bare.run("--store=" + directory, "list")).isEqualTo(after);
  }

  @Test
  void jsonIsAnotherNameForItsFormat() {
    assertThat(tool.run("list", "--json")).isEqualTo(tool.run("list", "-o", "json"));
    assertThat(tool.run("list", "--output=JSON")).isEqualTo(tool.run("list", "--json"));
    assertThat(tool.run("list", "-o", "table")).isEqualTo(tool.run("list"));
  }

  @Test
  void verboseSaysMore_besideTheData() {
    Ran ran = tool.run("list", "-v");
    assertThat(ran.err()).contains("the store is " + directory);
    assertThat(ran.out()).isEqualTo(tool.run("list").out());
  }

  @Test
  void nothingIsEverAsked() {
    Tool terminal = tool.onTerminal();
    points.completed("c").completed("d");
    Ran ran = terminal.run("cleanup", "--no-input", "--color", "never");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("removed 2 sync points");
    points.completed("c").completed("d");
    assertThat(terminal.run("cleanup", "--color", "never").out()).contains("removed 2 sync points");
  }
}
