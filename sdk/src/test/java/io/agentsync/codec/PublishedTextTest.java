package io.agentsync.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the format's text name every kind and every field that its schemas know. */
class PublishedTextTest {

  private static final Path FORMAT = Path.of("..", "shared-state");
  private static final Set<String> SAID_BEFORE_THE_TABLE =
      Set.of("kind", "op", "generation", "at", "boot", "timens", "mono");

  @ParameterizedTest
  @CsvSource({"syncpoint-record, Journals", "agent-record, Agents' journals"})
  void theTableNamesEveryKindAndField(String schema, String section) throws Exception {
    Map<?, ?> definitions = (Map<?, ?>) read(schema).get("$defs");
    List<String> rows = rows(section);
    for (Object choice : (List<?>) read(schema).get("oneOf")) {
      String kind = name((Map<?, ?>) choice);
      String row =
          rows.stream()
              .filter(each -> firstCell(each).contains("`" + kind + "`"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no row for " + kind + " in " + section));
      for (String field : fields((Map<?, ?>) definitions.get(kind), definitions)) {
        assertThat(row).contains("`" + field + "`");
      }
    }
    assertThat(rows.stream().mapToLong(row -> firstCell(row).split(",", -1).length).sum())
        .isEqualTo(((List<?>) read(schema).get("oneOf")).size());
  }

  @Test
  void theTextShowsACellAsTheSchemaWantsIt() throws IOException {
    String example =
        Files.readAllLines(FORMAT.resolve("README.md")).stream()
            .filter(line -> line.startsWith("    {\"n\":"))
            .findFirst()
            .orElseThrow();
    PublishedSchema.of("session-cell").assertAccepts(example);
  }

  private static Set<String> fields(Map<?, ?> definition, Map<?, ?> definitions) {
    Set<String> fields = new TreeSet<>();
    if (definition.get("properties") instanceof Map<?, ?> properties) {
      properties.keySet().forEach(key -> fields.add((String) key));
    }
    if (definition.get("allOf") instanceof List<?> parts) {
      for (Object part : parts) {
        fields.addAll(fields((Map<?, ?>) definitions.get(name((Map<?, ?>) part)), definitions));
      }
    }
    fields.removeAll(SAID_BEFORE_THE_TABLE);
    return fields;
  }

  private static String firstCell(String row) {
    return row.substring(1, row.indexOf('|', 1));
  }

  private static String name(Map<?, ?> reference) {
    return ((String) reference.get("$ref")).replace("#/$defs/", "");
  }

  private static List<String> rows(String section) throws IOException {
    String text = Files.readString(FORMAT.resolve("README.md"));
    String from = text.substring(text.indexOf("\n## " + section + "\n"));
    int next = from.indexOf("\n## ", 4);
    return from.substring(0, next).lines().filter(line -> line.startsWith("| `")).toList();
  }

  private static Map<?, ?> read(String schema) throws IOException, DamagedRecordException {
    return Json.read(Files.readAllBytes(FORMAT.resolve("schema").resolve(schema + ".schema.json")));
  }
}
