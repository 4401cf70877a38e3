package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agentsync.cli.command.CommandTree;
import io.agentsync.cli.command.Console;
import io.agentsync.cli.command.Formats;
import io.agentsync.cli.command.GlobalOptions;
import io.agentsync.model.AgentStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The documentation says what is so: its links, commands, options, tables and versions. */
class PagesTest {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern HEADING = Pattern.compile("[A-Z][A-Z-]*( +[A-Z][A-Z-]*)+");
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\S)+");
  private static final Pattern THREAD = Pattern.compile("\"(agent-sync-[a-z]+)\"");
  private static final Pattern LOGGER = Pattern.compile("getLogger\\((\\w+)\\.class\\)");

  @TempDir Path directory;

  static List<Page> all() {
    return Page.all();
  }

  static List<Page> forUsers() {
    return Page.forUsers();
  }

  @ParameterizedTest
  @MethodSource("all")
  void linksLeadSomewhere(Page page) {
    for (String link : page.links()) {
      String[] parts = link.split("#", 2);
      Path target =
          parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
      assertThat(target).as("%s: %s", page, link).exists();
      if (parts.length == 2) {
        Page other = Page.of(Page.ROOT.relativize(target).toString());
        assertThat(other.anchors()).as("%s: %s", page, link).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forUsers")
  void commandsThatCanBeTypedAreUnderstood(Page page) {
    for (String command : typed(page)) {
      assertThatCode(() -> parse(command)).as("%s: %s", page, command).doesNotThrowAnyException();
    }
  }

  /** Within a sentence, what everybody knows has to be there may be left out. */
  @ParameterizedTest
  @MethodSource("forUsers")
  void commandsThatAreMentionedAreUnderstood(Page page) {
    for (String command : mentioned(page)) {
      try {
        parse(command);
      } catch (MissingParameterException e) {
        assertThat(e).as("%s: %s", page, command).hasMessageStartingWith("Missing required");
      } catch (RuntimeException e) {
        throw new AssertionError("%s: %s".formatted(page, command), e);
      }
    }
  }

  @Test
  void thereAreCommandsToUnderstand() {
    assertThat(typed(Page.of("README.md")))
        .contains(
            "sync-diag --diagnose review",
            "sync-diag cleanup -q --older-than=7d --state=completed,error --stale-agents");
  }

  @ParameterizedTest
  @MethodSource("forUsers")
  void optionsExist(Page page) throws IOException {
    Set<String> known = new HashSet<>(optionsOfTheBenchmark());
    CommandSpec root = tree(new GlobalOptions()).getCommandSpec();
    known.addAll(names(root));
    for (CommandLine mode : root.subcommands().values()) {
      known.addAll(names(mode.getCommandSpec()));
      known.addAll(List.of(mode.getCommandSpec().aliases()));
    }
    Stream<String> blocks = page.blocks().stream().flatMap(block -> block.lines().stream());
    assertThat(Stream.concat(page.spans().stream(), blocks).flatMap(PagesTest::options))
        .as("options in %s", page)
        .isSubsetOf(known);
  }

  private static Set<String> optionsOfTheBenchmark() throws IOException {
    Path source = Path.of("..", "benchmark/src/main/java/io/agentsync/benchmark", "BenchMain.java");
    return Pattern.compile("\"(--[a-z-]+)\"")
        .matcher(Files.readString(source))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void thePageOfTheToolNamesEveryModeWithItsOwnOptions() {
    Page page = Page.of("docs/sync-diag.md");
    CommandSpec root = tree(new GlobalOptions()).getCommandSpec();
    for (CommandLine mode : new HashSet<>(root.subcommands().values())) {
      CommandSpec spec = mode.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        String row =
            page.prose().stream()
                .filter(line -> line.matches("\\|[^|]*`%s[` ].*".formatted(spec.name())))
                .findFirst()
                .orElse("");
        assertThat(options(row).toList()).as("row of %s", spec.name()).containsAll(own(spec));
      }
    }
  }

  @Test
  void headingsOfTablesAreThoseOfTheTool() {
    Set<String> printed = new HashSet<>();
    try (Points points = new Points(directory)) {
      var registry = points.synchronizer().registry();
      registry.registerAgent("a", "works", Set.of("build"));
      registry.updateAgentStatus("a", AgentStatus.ACTIVE, "compiles");
      points.waiting("p").completed("q");
      awaitThatItIsKnownWhereTheyWait();
      for (String call :
          List.of("list", "stats", "diagnose p", "registry", "explain q", "doctor", "cleanup")) {
        headings(Tool.on(directory).run(call.split(" ", -1)).lines()).forEach(printed::add);
      }
    }
    for (Page page : forUsers()) {
      List<String> shown =
          page.blocks("").stream().flatMap(block -> headings(block.lines())).toList();
      assertThat(printed).as("headings in %s", page).containsAll(shown);
    }
    assertThat(
            headings(
                Page.of("README.md").blocks("").stream().flatMap(b -> b.lines().stream()).toList()))
        .hasSizeGreaterThan(4);
  }

  @Test
  void versionsAreThoseOfTheBuild() throws IOException {
    String pom = Files.readString(Page.ROOT.resolve("pom.xml"));
    String text = Files.readString(Page.ROOT.resolve("docs/embedding.md"));
    String version = "<version>" + between(pom, "<version>", "</version>") + "</version>";
    assertThat(text)
        .contains(version)
        .contains("jackson-databind-" + between(pom, "<jackson.version>", "<") + ".jar")
        .contains("slf4j-api-" + between(pom, "<slf4j.version>", "<") + ".jar");
  }

  @Test
  void everyLoggerIsInTheTable() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String span : Page.of("docs/embedding.md").spans()) {
      if (span.matches("(follow|journal\\.directory)\\.\\w+")) {
        listed.add(span.substring(span.lastIndexOf('.') + 1));
      }
    }
    assertThat(listed).isNotEmpty().isEqualTo(inSources(LOGGER));
  }

  @Test
  void everyThreadIsInTheTable() throws IOException {
    Set<String> listed = new TreeSet<>(Page.of("docs/embedding.md").spans());
    listed.removeIf(span -> !span.matches("agent-sync-(?!sdk)[a-z]+"));
    assertThat(listed).isNotEmpty().isEqualTo(inSources(THREAD));
  }

  private static Set<String> inSources(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Page.ROOT.resolve("sdk/src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        pattern
            .matcher(Files.readString(source))
            .results()
            .forEach(match -> found.add(match.group(1)));
      }
    }
    return found;
  }

  private void awaitThatItIsKnownWhereTheyWait() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!Tool.on(directory).run("registry").out().contains("WAITS-AT")) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static List<String> typed(Page page) {
    return commands(page.blocks().stream().flatMap(block -> block.lines().stream()));
  }

  private static List<String> mentioned(Page page) {
    return commands(page.spans().stream());
  }

  private static List<String> commands(Stream<String> lines) {
    return lines
        .flatMap(line -> Arrays.stream(line.split(" # | > |;|&&|\\|\\|?|\\* {2}", -1)))
        .map(text -> text.strip().replaceFirst("^\\$ ", "").replaceFirst("^scripts/", ""))
        .filter(text -> text.matches("sync-diag( \\S.*)?"))
        .toList();
  }

  private static void parse(String command) {
    GlobalOptions options = new GlobalOptions();
    CommandLine line = tree(options);
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(MatchResult::group)
            .map(word -> word.replaceAll("[\"']", ""))
            // In what is said about a mode it stands for any length of time.
            .map(word -> word.equals("D") ? "5m" : word)
            .skip(1)
            .toList();
    Formats.check(options, line.parseArgs(Main.words(line, words).toArray(String[]::new)));
  }

  private static CommandLine tree(GlobalOptions options) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return CommandTree.of(
        new Console(
            nowhere, nowhere, false, false, StandardCharsets.UTF_8, Map.of(), Optional.empty()),
        options);
  }

  private static Set<String> names(CommandSpec spec) {
    Set<String> names = new HashSet<>();
    spec.options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  private static List<String> own(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.inherited() && !option.usageHelp() && !option.versionHelp())
        .map(OptionSpec::longestName)
        .toList();
  }

  private static Stream<String> options(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group);
  }

  private static Stream<String> headings(List<String> lines) {
    return lines.stream()
        .filter(line -> HEADING.matcher(line).matches())
        .map(line -> line.replaceAll(" +", " "));
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }
}
