package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown in Java compiles, and the first program that people try does what it promises. */
class PageExamplesTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killTheRest() {
    started.forEach(Process::destroyForcibly);
  }

  static List<Page> pages() {
    return Page.all().stream().filter(page -> !page.blocks("java").isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void compilesWithoutWarnings(Page page) {
    for (Page.Block block : page.blocks("java")) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      StringWriter said = new StringWriter();
      List<String> options =
          List.of("-Xlint:all", "-Werror", "-proc:none", "-d", directory.toString());
      boolean compiled =
          compiler.getTask(said, null, null, options, null, List.of(source(block))).call();
      assertThat(compiled).as("%s%n%s", page, said).isTrue();
    }
  }

  @Test
  void threeAgentsOfTheFrontPageMeetTwice() throws Exception {
    Page page = Page.of("README.md");
    String command =
        page.spans().stream().filter(span -> span.startsWith("java ")).findFirst().orElseThrow();
    Files.writeString(directory.resolve("Agent.java"), page.blocks("java").get(0).text());
    for (int round = 1; round <= 2; round++) {
      List<Process> agents = new ArrayList<>();
      for (String agent : List.of("agent1", "agent2", "agent3")) {
        agents.add(start(command, agent));
      }
      for (Process agent : agents) {
        String said = new String(agent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(agent.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("all there=true", "missing=[]");
        assertThat(agent.exitValue()).isZero();
      }
    }
    assertThat(Tool.on(directory.resolve("shared-state")).run("list", "-o", "plain").out())
        .startsWith("work_complete\tCOMPLETED\tCOMPLETED\t2\t3/3\t");
  }

  /** As the page says it, but for the jar, which is made after the tests: its classes instead. */
  private Process start(String command, String agent) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    assertThat(words).contains("cli/target/sync-diag.jar", "Agent.java", "agent1");
    words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.replaceAll(word -> word.equals("agent1") ? agent : word);
    words.replaceAll(word -> word.endsWith(".jar") ? System.getProperty("java.class.path") : word);
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static JavaFileObject source(Page.Block block) {
    String text = block.text();
    String name = text.replaceFirst("(?s).*?\\bclass (\\w+).*", "$1");
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
