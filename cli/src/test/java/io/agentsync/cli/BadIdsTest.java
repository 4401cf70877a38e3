package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that break the rule are refused with the rule quoted, and never reach terminal or disk. */
class BadIdsTest {

  private static final List<String> BAD =
      List.of(
          "",
          "../../etc/x",
          "/etc/passwd",
          ".hidden",
          "a".repeat(129),
          "a".repeat(10_000),
          "a\0b",
          "a\nb",
          "a\u001b]0;x\u0007",
          "a\u009b31m",
          "a\ud800",
          "a\u202eb",
          "caf\u00e9",
          "cafe\u0301",
          "a b",
          "a*");

  private static final List<String> CALLS =
      List.of(
          "diagnose %s",
          "explain %s",
          "wait %s",
          "force %s",
          "abort %s",
          "excuse %s a",
          "excuse p %s --dry-run",
          "extend %s 5m",
          "extend %s 5m --dry-run",
          "sync %s --agent a --with b",
          "sync p --agent %s --with b",
          "sync p --agent a --with %s",
          "list --agent %s",
          "register %s --role r",
          "heartbeat %s",
          "deregister %s");

  @TempDir Path directory;

  static Stream<Arguments> calls() {
    return CALLS.stream().flatMap(call -> BAD.stream().map(id -> Arguments.of(call, id)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isRefusedWithTheRule_andShownEscaped(String call, String id) {
    String[] words =
        Stream.of(call.split(" ", -1))
            .map(word -> word.equals("%s") ? id : word)
            .toArray(String[]::new);
    Ran ran = Tool.on(directory).run(words);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).matches("[\\x20-\\x7e\u2026]+\\R").hasSizeLessThan(400);
    if (!id.isEmpty()) {
      assertThat(ran.err()).contains("A-Z a-z 0-9");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void everyCharacterOfTheRuleIsTaken() {
    String longest = "a" + ".-:/@+_Z9".repeat(15).substring(0, 127);
    for (String id : List.of("_", "9", "Z", "a.-:/@+_Z9", longest)) {
      Tool tool = Tool.on(directory);
      assertThat(tool.run("register", id).code()).as(id).isZero();
      assertThat(tool.run("sync", id, "--agent", id, "--with", id).code()).as(id).isZero();
      assertThat(tool.run("diagnose", id, "--json").json().get("syncPoint").get("id").asString())
          .isEqualTo(id);
    }
  }

  @Test
  void idsThatDifferInCaseOnlyAreTwo() {
    try (Points points = new Points(directory)) {
      points.ready("build").ready("Build").ready("CON").ready("a.").ready("a");
      assertThat(Tool.on(directory).run("list", "-o", "plain").lines()).hasSize(5);
      assertThat(Tool.on(directory).run("diagnose", "Build").out()).contains("\nBuild  ");
      assertThat(Tool.on(directory).run("explain", "CON").code()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "-5s", "PT", "1x", "5 s", "s", "99999999999999999999d", "1s1h", "", "P1Y"})
  void lengthsOfTimeThatAreNone(String time) {
    for (String call : List.of("wait p --timeout", "cleanup --older-than")) {
      Ran ran = Tool.on(directory).run(Tool.plus(call.split(" ", -1), time));
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err().lines()).hasSize(1);
      assertThat(ran.err()).contains("write it like 500ms, 90s").doesNotContain("java");
    }
  }
}
