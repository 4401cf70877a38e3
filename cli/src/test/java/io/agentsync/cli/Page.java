package io.agentsync.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, taken apart.
 *
 * @param file where it is
 * @param prose what is not in blocks, line by line
 * @param blocks its blocks of code
 */
record Page(Path file, List<String> prose, List<Block> blocks) {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /** A block between fences, with what they say it is; or one that is indented. */
  record Block(String language, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  static Page of(String name) {
    return of(ROOT.resolve(name));
  }

  /** What people read to learn how to use it: the front page, and what it leads to. */
  static List<Page> forUsers() {
    return Stream.concat(
            Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve),
            Stream.concat(pagesIn("docs"), pagesIn("docs/rules")))
        .map(Page::of)
        .toList();
  }

  static List<Page> all() {
    return Stream.concat(
            forUsers().stream().map(Page::file),
            Stream.concat(
                pagesIn("docs/decisions"),
                Stream.of("ARCHITECTURE.md", "CHANGELOG.md", "shared-state/README.md")
                    .map(ROOT::resolve)))
        .map(Page::of)
        .toList();
  }

  private static Stream<Path> pagesIn(String directory) {
    try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page of(Path file) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> block = null;
    boolean fenced = false;
    for (String line : lines(file)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
        block = fenced ? open(blocks, line.substring(3)) : null;
      } else if (fenced) {
        block.add(line);
      } else if (line.startsWith("    ")) {
        block = block == null ? open(blocks, "") : block;
        block.add(line.strip());
      } else {
        block = null;
        prose.add(line);
      }
    }
    return new Page(file, prose, blocks);
  }

  private static List<String> open(List<Block> blocks, String language) {
    List<String> lines = new ArrayList<>();
    blocks.add(new Block(language, lines));
    return lines;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language)).toList();
  }

  /** What is set as code within the prose. */
  List<String> spans() {
    return prose.stream().flatMap(line -> found(SPAN, line)).toList();
  }

  /** Where its links lead, those to the web left out. */
  List<String> links() {
    return prose.stream()
        .flatMap(line -> found(LINK, line))
        .filter(link -> !link.startsWith("http"))
        .toList();
  }

  /** The names of its sections, as links spell them. */
  List<String> anchors() {
    return prose.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }

  private static Stream<String> found(Pattern pattern, String line) {
    return pattern.matcher(line).results().map((MatchResult match) -> match.group(1));
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
