package io.agentsync.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Beat;
import io.agentsync.agent.Deregister;
import io.agentsync.agent.Head;
import io.agentsync.agent.Profile;
import io.agentsync.agent.Register;
import io.agentsync.agent.Registration;
import io.agentsync.agent.Removed;
import io.agentsync.agent.StatusChange;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Domain;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of agents' journals as JSON and back (J-4, J-5). */
class AgentCodecTest {

  private static final Moment AT =
      new Moment(
          Instant.parse("2025-01-01T08:00:00.123Z"),
          Optional.of(new Domain("boot", Optional.of("4026531834"))),
          77);
  private static final Profile PROFILE =
      new Profile("builds \u202e things", Set.of("build", "tést"), Map.of("k", "v", "l", ""));
  private static final Optional<String> NONE = Optional.empty();

  static Stream<AgentRecord> records() {
    Registration standing =
        new Registration(
            "r",
            3,
            Optional.of("s"),
            Optional.of(7),
            PROFILE,
            AT,
            AgentStatus.SYNCING,
            Optional.of("waits"),
            AT);
    return Stream.of(
        Head.FIRST,
        new Head(2, 3, Optional.of(standing), Optional.of(AT)),
        new Register("r", 1, NONE, NONE, Optional.empty(), PROFILE, AT),
        new Register("r", 2, Optional.of("q"), Optional.of("s"), Optional.of(0), PROFILE, AT),
        new StatusChange("c", "r", AgentStatus.ERROR, NONE, AT),
        new StatusChange("c", "r", AgentStatus.ERROR, Optional.of("fails"), AT),
        new Beat("b", "r", AT),
        new Deregister("d", "r", AT),
        new Removed("x", NONE, false, AT),
        new Removed("x", Optional.of("d"), true, AT));
  }

  static Stream<String> voidLines() {
    return Stream.of(
        "{}",
        "{\"kind\":\"arrive\"}",
        "{\"kind\":\"beat\",\"op\":\"b\",\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"beat\",\"op\":1,\"registration\":\"r\",\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"status\",\"op\":\"b\",\"registration\":\"r\",\"status\":\"BUSY\",\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"register\",\"op\":\"b\",\"number\":0,\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"register\",\"op\":\"b\",\"number\":1,\"capabilities\":[\" \"],\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"register\",\"op\":\"b\",\"number\":1,\"metadata\":{\"k\":1},\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"register\",\"op\":\"b\",\"number\":1,\"slot\":-1,\"at\":\"2025-01-01T08:00:00Z\"}",
        "{\"kind\":\"journal\",\"version\":1,\"epoch\":1,\"after\":-1}");
  }

  @ParameterizedTest
  @MethodSource("records")
  void j04_everyRecordComesBackAsItWas(AgentRecord record) throws Exception {
    byte[] bytes = AgentCodec.encode(record);

    assertThat(AgentCodec.decode(bytes)).isEqualTo(record);
    assertThat(new String(bytes, UTF_8)).doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("voidLines")
  void j04_whatIsNotAsTheFormatAsksIsVoid(String line) {
    assertThatThrownBy(() -> AgentCodec.decode(line.getBytes(UTF_8)))
        .isInstanceOf(DamagedRecordException.class);
  }

  @Test
  void j04_anotherFormatIsRefused() {
    assertThatThrownBy(
            () ->
                AgentCodec.decode(
                    "{\"kind\":\"journal\",\"version\":2,\"epoch\":1}".getBytes(UTF_8)))
        .isInstanceOf(UnknownFormatException.class);
  }

  @Test
  void j05_theLongestRegistrationAndStatusFitIntoAHead() {
    String longest = "x".repeat(65_000);
    Profile profile = new Profile(longest, Set.of(), Map.of());
    Registration standing =
        new Registration(
            "r",
            1,
            Optional.of("s"),
            Optional.of(0),
            profile,
            AT,
            AgentStatus.ACTIVE,
            Optional.of(longest),
            AT);

    assertThat(AgentCodec.encode(new Head(2, 1, Optional.of(standing), Optional.of(AT))))
        .hasSizeLessThan(256 * 1024);
    assertThatThrownBy(
            () ->
                AgentCodec.encode(
                    new StatusChange(
                        "c", "r", AgentStatus.ERROR, Optional.of("x" + longest.repeat(2)), AT)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("64 KiB");
  }

  @Test
  void j05_aLongRecordOfOthersIsVoid() {
    String line =
        "{\"kind\":\"register\",\"op\":\"b\",\"number\":1,\"role\":\"%s\",\"at\":\"2025-01-01T08:00:00Z\"}"
            .formatted("x".repeat(66_000));
    assertThatThrownBy(() -> AgentCodec.decode(line.getBytes(UTF_8)))
        .isInstanceOf(DamagedRecordException.class);
  }
}
