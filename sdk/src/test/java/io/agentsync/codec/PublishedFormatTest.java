package io.agentsync.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agentsync.syncpoint.SyncRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published for other languages is true: the schema of records, and what journals mean. */
class PublishedFormatTest {

  private static final Schema SCHEMA = schema("syncpoint-record");

  static Stream<Vector> vectors() throws IOException {
    return Vector.all();
  }

  static Stream<SyncRecord> records() {
    return RecordCodecTest.records();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void j04_everyVectorMeansWhatItSays(Vector vector) throws Exception {
    assertThat(vector.folded()).isEqualTo(vector.generations());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void j05_whatVectorsCallDamagedIs(Vector vector) {
    assertThat(vector.damagedLines()).isEqualTo(vector.damaged());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theSchemaAcceptsWhatIsNotDamaged(Vector vector) {
    List<String> journal = vector.journal();
    for (int line = 0; line < journal.size(); line++) {
      if (!vector.damaged().contains((long) line)) {
        assertAccepted(journal.get(line));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaAcceptsWhatIsWritten(SyncRecord record) {
    assertAccepted(new String(RecordCodec.encode(record), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaMissesEveryFieldThatIsMissed(SyncRecord record) {
    String written = new String(RecordCodec.encode(record), StandardCharsets.UTF_8);
    for (String name : List.of("op", "generation", "nonce", "agent", "actor", "epoch", "at")) {
      String renamed = written.replace("\"" + name + "\":", "\"no\":");
      if (isDamaged(renamed)) {
        assertThat(SCHEMA.validate(renamed, InputFormat.JSON)).as(renamed).isNotEmpty();
      }
    }
  }

  private static boolean isDamaged(String line) {
    try {
      RecordCodec.decode(line.getBytes(StandardCharsets.UTF_8));
      return false;
    } catch (DamagedRecordException | UnknownFormatException e) {
      return true;
    }
  }

  private static void assertAccepted(String line) {
    assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
  }

  private static Schema schema(String name) {
    Path file = Path.of("..", "shared-state", "schema", name + ".schema.json");
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
