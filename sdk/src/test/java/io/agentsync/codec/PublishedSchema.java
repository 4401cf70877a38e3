package io.agentsync.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A schema that is published beside the store's format. */
record PublishedSchema(Schema schema) {

  static PublishedSchema of(String name) {
    Path file = Path.of("..", "shared-state", "schema", name + ".schema.json");
    try {
      return new PublishedSchema(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(file), InputFormat.JSON));
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  void assertAccepts(String line) {
    assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
  }

  void assertRefuses(String line) {
    assertThat(schema.validate(line, InputFormat.JSON)).as(line).isNotEmpty();
  }
}
