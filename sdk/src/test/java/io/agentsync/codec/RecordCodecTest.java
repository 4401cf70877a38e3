package io.agentsync.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Excuse;
import io.agentsync.syncpoint.Extend;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.Mismatch;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import io.agentsync.syncpoint.View;
import io.agentsync.syncpoint.Withdraw;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as bytes and back (J-4, J-5). */
class RecordCodecTest {

  private static final Moment AT =
      new Moment(
          Instant.parse("2026-01-31T12:00:00.123Z"),
          Optional.of(new Domain("boot", Optional.of("402"))),
          987_654_321L);
  private static final Spec SPEC =
      new Spec(Set.of("a", "b"), CompletionRule.ALL, Duration.ofSeconds(30));

  static Stream<SyncRecord> records() {
    return Stream.of(
        Head.FIRST,
        new Head(3, 41, 7, Optional.of(SPEC), true, Optional.of(AT)),
        new Declare("o", 1, SPEC, AT),
        arrive(new View(Optional.of(SPEC), Optional.empty()), Optional.empty()),
        arrive(new View(Optional.empty(), Optional.of("n")), Optional.of(Duration.ofMillis(7))),
        new Withdraw("o", 1, "n", "c", "a", AT),
        new Timeout("o", 1, "n", "spec:c", AT),
        new Force("o", 1, "n", "ops", Optional.of("wéll \u202e"), AT),
        new Abort("o", 1, "n", "ops", Optional.empty(), AT),
        new Abort("o", 1, "n", "agent-sync", Optional.of("r"), Set.of("c", "d"), AT),
        new Mismatch("o", 1, "n", "a", Optional.of("s"), Set.of("a", "z"), AT),
        new Ended(
            "o",
            1,
            "n",
            SyncOutcome.TIMED_OUT,
            Set.of("a"),
            Set.of("b"),
            Set.of("c"),
            Duration.ofMillis(5),
            Optional.of("r"),
            Optional.empty(),
            AT),
        new Declare(
            "o", 1, new Spec(Set.of("a", "b"), CompletionRule.quorum(1), SPEC.timeout()), AT),
        new Arrive(
            "o",
            1,
            "a",
            Optional.of("s"),
            new View(Optional.empty(), Optional.of("n")),
            Optional.empty(),
            ArrivalStatus.FAILED,
            RecordCodec.payload(Map.of("list", List.of(1, 2.5, true, "é"))),
            true,
            AT),
        new Lost("o", 1, "n", Set.of("a"), "a is lost: its process is gone", AT),
        new Excuse("o", 1, "n", "b", "ops", Optional.of("ill"), AT),
        new Extend("o", 1, "n", "spec:a", true, Duration.ofMinutes(5), "ops", Optional.empty(), AT),
        new Removed("o", 1, "n", true, AT));
  }

  @ParameterizedTest
  @MethodSource("records")
  void j05_whatIsWrittenIsRead(SyncRecord record) throws Exception {
    byte[] bytes = RecordCodec.encode(record);

    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .doesNotContain("\n")
        .startsWith("{\"kind\":");
    assertThat(RecordCodec.decode(bytes)).isEqualTo(record);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"kind\":\"force\"}",
        "{\"kind\":\"dance\",\"op\":\"o\"}",
        "{\"kind\":7}",
        "{\"kind\":\"force\",\"kind\":\"abort\"}",
        "FORCE}",
        "FORCE} {}",
        "FORCE,\"generation\":1}",
        "FORCE,\"generation\":0,\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}",
        "FORCE,\"generation\":1.0,\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}",
        "FORCE,\"generation\":\"1\",\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}",
        "FORCE,\"generation\":1,\"nonce\":null,\"actor\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}",
        "FORCE,\"generation\":1,\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"yesterday\"}",
        "FORCE,\"generation\":1,\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"2026-13-01T00:00:00.000Z\"}",
        "FORCE,\"generation\":1,\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"2026-01-01T01:00:00+01:00\"}",
        "FORCE,\"generation\":99999999999999999999,\"nonce\":\"n\",\"actor\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}",
        "{\"kind\":\"declare\",\"op\":\"o\",\"generation\":1,\"required\":[],\"rule\":\"all\",\"timeoutMillis\":1,\"at\":\"2026-01-01T00:00:00Z\"}",
        "{\"kind\":\"declare\",\"op\":\"o\",\"generation\":1,\"required\":[\"../x\"],\"rule\":\"all\",\"timeoutMillis\":1,\"at\":\"2026-01-01T00:00:00Z\"}",
        "{\"kind\":\"declare\",\"op\":\"o\",\"generation\":1,\"required\":[\"a\"],\"rule\":\"most\",\"timeoutMillis\":1,\"at\":\"2026-01-01T00:00:00Z\"}",
        "{\"kind\":\"declare\",\"op\":\"o\",\"generation\":1,\"required\":[\"a\"],\"rule\":\"all\",\"timeoutMillis\":0,\"at\":\"2026-01-01T00:00:00Z\"}",
      })
  void j04_whatIsNotARecordIsDamaged(String text) {
    String json = text.replace("FORCE", "{\"kind\":\"force\",\"op\":\"o\"");

    assertThatThrownBy(() -> RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DamagedRecordException.class);
  }

  @Test
  void j04_unknownFieldsAreIgnored() throws Exception {
    String json =
        new String(RecordCodec.encode(new Declare("o", 1, SPEC, AT)), StandardCharsets.UTF_8);
    String more = json.replace("{\"kind\"", "{\"colour\":{\"r\":[1.5,null,true]},\"kind\"");

    assertThat(RecordCodec.decode(more.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Declare("o", 1, SPEC, AT));
  }

  @Test
  void j04_anotherFormatIsNotTakenPartIn() {
    byte[] head = "{\"kind\":\"journal\",\"version\":2}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> RecordCodec.decode(head))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("format 2");
  }

  @Test
  void j05_otherEncodingsDeepNestingAndGreatLengthAreDamaged() {
    byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'};
    byte[] utf16 = "{\"kind\":\"force\"}".getBytes(StandardCharsets.UTF_16LE);
    byte[] deep = ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    byte[] huge = new byte[256 * 1024 + 1];

    for (byte[] bytes : new byte[][] {overlong, utf16, deep, huge}) {
      assertThatThrownBy(() -> RecordCodec.decode(bytes))
          .isInstanceOf(DamagedRecordException.class);
    }
  }

  private static Arrive arrive(View view, Optional<Duration> timeout) {
    return new Arrive("o", 1, "a", Optional.of("s"), view, timeout, AT);
  }
}
