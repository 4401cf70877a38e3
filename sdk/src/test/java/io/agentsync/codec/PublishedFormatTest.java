package io.agentsync.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.CellBeat;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.SyncRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published for other languages is true: schemas of records, and what journals mean. */
class PublishedFormatTest {

  private static final PublishedSchema POINTS = PublishedSchema.of("syncpoint-record");
  private static final PublishedSchema AGENTS = PublishedSchema.of("agent-record");
  private static final PublishedSchema CELLS = PublishedSchema.of("session-cell");

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
        POINTS.assertAccepts(journal.get(line));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaAcceptsWhatIsWritten(SyncRecord record) {
    POINTS.assertAccepts(new String(RecordCodec.encode(record), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaMissesEveryFieldThatIsMissed(SyncRecord record) {
    String written = new String(RecordCodec.encode(record), UTF_8);
    for (String name : List.of("op", "generation", "nonce", "agent", "actor", "epoch", "at")) {
      String renamed = written.replace("\"" + name + "\":", "\"no\":");
      if (isDamaged(renamed)) {
        POINTS.assertRefuses(renamed);
      }
    }
  }

  static Stream<AgentRecord> agentRecords() {
    return AgentCodecTest.records();
  }

  static Stream<String> agentLinesThatAreVoid() {
    return AgentCodecTest.voidLines();
  }

  @ParameterizedTest
  @MethodSource("agentRecords")
  void theSchemaOfAgentsAcceptsWhatIsWritten(AgentRecord record) {
    AGENTS.assertAccepts(new String(AgentCodec.encode(record), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("agentRecords")
  void theSchemaOfAgentsMissesEveryFieldThatIsMissed(AgentRecord record) {
    String written = new String(AgentCodec.encode(record), UTF_8);
    for (String name :
        List.of(
            "kind", "op", "number", "registration", "status", "since", "epoch", "after", "at")) {
      String renamed = written.replace("\"" + name + "\":", "\"no\":");
      if (isVoidForAgents(renamed)) {
        AGENTS.assertRefuses(renamed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("agentLinesThatAreVoid")
  void theSchemaOfAgentsRefusesWhatIsVoid(String line) {
    AGENTS.assertRefuses(line);
  }

  @Test
  void theSchemaOfCellsAcceptsWhatIsNoted() {
    Moment at = new Moment(Instant.parse("2025-01-01T08:00:00Z"), Optional.empty(), 77);
    for (Optional<String> waitsAt : List.of(Optional.<String>empty(), Optional.of("p"))) {
      byte[] cell = AgentCodec.encode(new CellBeat(12, "a", at, waitsAt), 255);
      CELLS.assertAccepts(new String(cell, UTF_8));
    }
    CELLS.assertRefuses("{\"n\":12,\"agent\":\"a\",\"at\":\"2025-01-01T08:00:00Z\",\"mono\":1}");
    CELLS.assertRefuses(
        "{\"n\":1,\"agent\":\"../a\",\"at\":\"2025-01-01T08:00:00Z\",\"mono\":1,\"end\":1}");
  }

  private static boolean isDamaged(String line) {
    try {
      RecordCodec.decode(line.getBytes(UTF_8));
      return false;
    } catch (DamagedRecordException | UnknownFormatException e) {
      return true;
    }
  }

  private static boolean isVoidForAgents(String line) {
    try {
      AgentCodec.decode(line.getBytes(UTF_8));
      return false;
    } catch (DamagedRecordException | UnknownFormatException e) {
      return true;
    }
  }
}
