package io.agentsync.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of {@code docs/contract.md}. */
final class Contract {

  static final Path PAGE = Path.of("..", "docs", "contract.md");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A row of a table.
   *
   * @param section the heading above it, without marks
   * @param header the table's header cells
   * @param cells its own
   */
  record Row(String section, List<String> header, List<String> cells) {

    String cell(String column) {
      return cells.get(header.indexOf(column));
    }

    /** What is marked as code in one of its cells. */
    List<String> code(String column) {
      return CODE.matcher(cell(column)).results().map(found -> found.group(1)).toList();
    }

    /** The one thing that is. */
    String word(String column) {
      return code(column).get(0);
    }

    /** Words between blanks that are. */
    List<String> words(String column) {
      return code(column).stream().flatMap(code -> Stream.of(code.split(" ", -1))).toList();
    }

    @Override
    public String toString() {
      return section + ": " + cells.get(0);
    }
  }

  private Contract() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String section = "";
    List<String> header = List.of();
    for (String line : lines()) {
      if (line.startsWith("#")) {
        section = line.replaceAll("^#+ |`", "");
      }
      if (!line.startsWith("|")) {
        header = List.of();
      } else if (header.isEmpty()) {
        header = cells(line);
      } else if (!line.startsWith("|---")) {
        rows.add(new Row(section, header, cells(line)));
      }
    }
    return rows;
  }

  static List<Row> rows(String section) {
    return rows().stream().filter(row -> row.section().equals(section)).toList();
  }

  private static List<String> cells(String line) {
    return Pattern.compile("\\|([^|]*)(?=\\|)")
        .matcher(line)
        .results()
        .map((MatchResult found) -> found.group(1).strip())
        .toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new AssertionError(PAGE + " cannot be read", e);
    }
  }
}
