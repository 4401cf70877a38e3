package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published schema of the tool's JSON, and more than a schema can say: that an answer has the
 * fields it names and no other, in its order, and that sets are sorted.
 */
record AnswerSchema(String name) {

  static final Path DIRECTORY = Path.of("..", "docs", "schema").toAbsolutePath().normalize();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemas(iri -> text(Path.of(java.net.URI.create(iri)))));

  /** Asserts that it is just what was published. */
  void assertDescribes(JsonNode answer) {
    assertThat(REGISTRY.getSchema(SchemaLocation.of(file().toUri().toString())).validate(answer))
        .as("%s: %s", name, answer)
        .isEmpty();
    Place root = new Place(file(), JsonMapper.shared().readTree(text(file())));
    root.assertComplete(answer, name);
  }

  private Path file() {
    return DIRECTORY.resolve(name + ".schema.json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of a schema, and the file that it stands in. */
  private record Place(Path file, JsonNode schema) {

    void assertComplete(JsonNode value, String where) {
      if (value.isNull()) {
        return;
      }
      if (schema.has("$ref")) {
        String to = schema.get("$ref").asString();
        if (to.endsWith("/ids")) {
          assertThat(texts(value)).as(where).isSorted();
        }
        follow(to).assertComplete(value, where);
      }
      for (String choices : List.of("anyOf", "oneOf")) {
        if (schema.has(choices)) {
          choice(schema.get(choices), value).assertComplete(value, where);
        }
      }
      if (schema.has("properties")) {
        assertThat(schema.get("properties").propertyNames())
            .as("%s: required and properties", where)
            .containsExactlyElementsOf(texts(schema.get("required")));
        assertThat(value.propertyNames())
            .as(where)
            .containsExactlyElementsOf(schema.get("properties").propertyNames());
        for (Map.Entry<String, JsonNode> each : schema.get("properties").properties()) {
          part(each.getValue())
              .assertComplete(value.get(each.getKey()), where + "." + each.getKey());
        }
      }
      if (schema.has("items")) {
        value.forEach(item -> part(schema.get("items")).assertComplete(item, where + "[]"));
      }
    }

    private Place part(JsonNode inner) {
      return new Place(file, inner);
    }

    private Place follow(String reference) {
      int hash = reference.indexOf('#');
      Path target = hash == 0 ? file : file.resolveSibling(reference.substring(0, hash));
      return new Place(
          target, JsonMapper.shared().readTree(text(target)).at(reference.substring(hash + 1)));
    }

    /** The one of two that is not null, or that has all fields of the value. */
    private Place choice(JsonNode choices, JsonNode value) {
      for (JsonNode choice : choices) {
        Place each = choice.has("$ref") ? follow(choice.get("$ref").asString()) : part(choice);
        boolean isNull = each.schema.path("type").asString("").equals("null");
        boolean fits =
            !each.schema.has("properties")
                || each.schema.get("properties").propertyNames().containsAll(value.propertyNames());
        if (!isNull && fits) {
          return each;
        }
      }
      throw new AssertionError("nothing in " + choices + " describes " + value);
    }

    private static List<String> texts(JsonNode array) {
      return array.valueStream().map(JsonNode::asString).toList();
    }
  }
}
