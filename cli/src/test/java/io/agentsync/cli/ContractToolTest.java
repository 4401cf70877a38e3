package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Contract.Row;
import io.agentsync.cli.command.ExitCode;
import io.agentsync.cli.command.Format;
import io.agentsync.cli.command.Formats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The tool has the modes, options, forms and exit codes that the contract's tables show. */
class ContractToolTest {

  private static final List<Row> MODES = Contract.rows("Modes");

  @Test
  void everyModeIsInTheTable() {
    assertThat(MODES)
        .extracting(row -> row.word("mode"))
        .containsExactlyInAnyOrderElementsOf(Modes.all().keySet());
  }

  @Test
  void everyOptionOfAModeIsInTheTable() {
    assertThat(fromTable("options of its own"))
        .isEqualTo(
            fromModes(
                mode ->
                    mode.getCommandSpec().options().stream()
                        .filter(
                            option ->
                                !option.inherited() && !option.usageHelp() && !option.versionHelp())
                        .map(OptionSpec::longestName)));
  }

  @Test
  void everyOptionOfAModeIsExplained() {
    Set<String> explained = new TreeSet<>();
    for (Row row : Contract.rows("Options of modes")) {
      for (String call : row.code("option")) {
        String mode = call.substring(0, call.indexOf(' '));
        Stream.of(call.split("[ =\\[]", -1))
            .filter(word -> word.startsWith("--"))
            .forEach(option -> explained.add(mode + " " + option));
      }
    }
    Set<String> options = new TreeSet<>();
    fromTable("options of its own")
        .forEach((mode, own) -> own.forEach(option -> options.add(mode + " " + option)));
    assertThat(explained).isEqualTo(options);
  }

  @Test
  void everyFormIsInTheTable() {
    assertThat(fromTable("forms"))
        .isEqualTo(
            fromModes(
                mode ->
                    (mode.getCommand() instanceof Formats its ? its.formats() : Formats.USUAL)
                        .stream().map(Format::toString)));
    assertThat(Contract.rows("Forms").stream().flatMap(row -> row.code("form").stream()))
        .containsExactlyInAnyOrder("table", "plain", "json", "jsonl", "prometheus");
  }

  @Test
  void everySchemaIsThere() {
    for (Row row : MODES) {
      assertThat(AnswerSchema.DIRECTORY.resolve(row.word("schema") + ".schema.json")).exists();
    }
  }

  @Test
  void everyOptionOfAllModesIsInTheTable() {
    assertThat(
            Contract.rows("Options of all modes").stream()
                .flatMap(row -> row.code("option").stream()))
        .containsExactlyInAnyOrderElementsOf(
            Modes.tool().getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList());
  }

  @Test
  void everyExitCodeIsInTheTable() {
    assertThat(Contract.rows("Exit codes").stream().map(row -> row.cell("code")))
        .containsExactlyElementsOf(
            Stream.of(ExitCode.values()).map(each -> Integer.toString(each.code())).toList());
  }

  @Test
  void everyLengthOfTimeIsReadAlike() {
    Modes.all()
        .forEach(
            (name, mode) ->
                mode.getCommandSpec().options().stream()
                    .filter(
                        option ->
                            option.typeInfo().getClassName().equals(Duration.class.getName())
                                || option
                                    .typeInfo()
                                    .getActualGenericTypeArguments()
                                    .contains(Duration.class.getName()))
                    .forEach(
                        option ->
                            assertThat(option.converters())
                                .as("%s %s", name, option.longestName())
                                .singleElement()
                                .extracting(each -> each.getClass().getSimpleName())
                                .isIn("DurationConverter", "SecondsConverter")));
  }

  private static Map<String, Set<String>> fromTable(String column) {
    return MODES.stream()
        .collect(
            Collectors.toMap(
                row -> row.word("mode"),
                row -> new TreeSet<>(row.words(column)),
                (one, other) -> one,
                TreeMap::new));
  }

  private interface Names {
    Stream<String> of(CommandLine mode);
  }

  private static Map<String, Set<String>> fromModes(Names names) {
    Map<String, Set<String>> all = new TreeMap<>();
    Modes.all().forEach((name, mode) -> all.put(name, names.of(mode).collect(Collectors.toSet())));
    return all;
  }
}
