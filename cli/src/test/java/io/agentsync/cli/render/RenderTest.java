package io.agentsync.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {

  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x0a, 0x0d, 0x1b, 0x7f, 0x80, 0x9b, 0x9f, 0x200b, 0x200d, 0x200e, 0x2028,
        0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xad, 0x61c, 0xe000, 0x3164, 0xfe0f
      })
  void whatCouldDeceiveIsShownAsAnEscape(int c) {
    assertThat(Visible.text("a" + Character.toString(c) + "b")).isEqualTo("a\\u%04xb".formatted(c));
  }

  @Test
  void whatIsHarmlessStaysAsItIs() {
    String text = "Größe 東京 \ud83d\ude00 a\u0301";
    assertThat(Visible.text(text)).isEqualTo(text);
    assertThat(Visible.text("tag \udb40\udc41 lone \ud800"))
        .isEqualTo("tag \\udb40\\udc41 lone \\ud800");
    assertThat(Visible.ascii("ä~")).isEqualTo("\\u00e4~");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "450, 450ms",
    "999, 999ms",
    "1000, 1s",
    "59999, 59s",
    "60000, 1m",
    "90000, 1m30s",
    "3600000, 1h",
    "5400000, 1h30m",
    "86400000, 1d",
    "97200000, 1d3h",
    "-5, 0s"
  })
  void lengthsOfTime(long millis, String expected) {
    assertThat(Times.length(Duration.ofMillis(millis))).isEqualTo(expected);
  }

  @Test
  void timesRelativeToNow() {
    assertThat(Times.ago(NOW.minusMillis(12_900), NOW)).isEqualTo("12s ago");
    assertThat(Times.ago(NOW.plusSeconds(1), NOW)).isEqualTo("0s ago");
    assertThat(Times.until(NOW.plusSeconds(18), NOW)).isEqualTo("in 18s");
    assertThat(Times.until(NOW.minusSeconds(3), NOW)).isEqualTo("overdue by 3s");
  }

  @Test
  void anOverduePointComesBeforeThoseThatMerelyWait() {
    SyncStatus overdue = waiting("overdue", NOW.minusSeconds(10), NOW.minusSeconds(3));
    SyncStatus older = waiting("older", NOW.minusSeconds(60), NOW.plusSeconds(3));
    assertThat(PointOrder.PROBLEMS.sort(List.of(older, overdue), NOW))
        .containsExactly(overdue, older);
    assertThat(PointOrder.DEADLINE.sort(List.of(older, overdue), NOW))
        .containsExactly(overdue, older);
    ListReport list = new ListReport("/store", NOW, List.of(overdue, older), List.of());
    assertThat(list.table(new Style(false, false, OptionalInt.empty())))
        .containsExactly(
            "Store: /store",
            "",
            "STATE                ID       GEN  JOINED  WAITING-FOR  AGE      DEADLINE       TIMEOUT",
            "! SYNCING (overdue)  overdue  2    1/2     b            10s ago  overdue by 3s  1m",
            "~ SYNCING            older    2    1/2     b            1m ago   in 3s          1m",
            "",
            "2 sync points: 2 SYNCING");
  }

  @Test
  void timesInJsonAreUtcWithMilliseconds() {
    Instant start = Instant.parse("2025-03-01T12:00:00.123456789Z");
    String json =
        JsonText.of(
            new ListReport("/s\u202e\u0085", NOW, List.of(waiting("p", start, start)), List.of()));
    assertThat(json)
        .contains("\"startedAt\":\"2025-03-01T12:00:00.123Z\"")
        .contains("\"timeoutSeconds\":60")
        .contains("\"store\":\"/s\\u202e\\u0085\"");
  }

  @Test
  void oneColumnNeverPushesAnotherBecauseOfWhatItHides() {
    Table table = new Table("A", "B").row(Table.cell("x\u001b"), Table.cell("y"));
    assertThat(table.lines(new Style(false, true, OptionalInt.empty())))
        .containsExactly("A        B", "x\\u001b  y");
  }

  @Test
  void plainFieldsStayInTheirColumns() {
    assertThat(PlainLine.of("a\tb", Optional.empty(), "", Set.of("z", "y")))
        .isEqualTo("a\\u0009b\t-\t-\ty,z");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO,   true,  '',         '',    true",
    "AUTO,   false, '',         '',    false",
    "AUTO,   true,  NO_COLOR,   1,     false",
    "AUTO,   true,  NO_COLOR,   '',    true",
    "AUTO,   true,  TERM,       dumb,  false",
    "AUTO,   false, CLICOLOR_FORCE, 1, true",
    "AUTO,   false, CLICOLOR_FORCE, 0, false",
    "ALWAYS, false, NO_COLOR,   1,     true",
    "NEVER,  true,  CLICOLOR_FORCE, 1, false",
  })
  void colours(ColorPolicy policy, boolean terminal, String name, String value, boolean allowed) {
    assertThat(policy.allows(terminal, Map.of(name, value))).isEqualTo(allowed);
  }

  @Test
  void noColorBeatsForce() {
    Map<String, String> both = Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1");
    assertThat(ColorPolicy.AUTO.allows(true, both)).isFalse();
  }

  private static SyncStatus waiting(String id, Instant start, Instant deadline) {
    return new SyncStatus(
        id,
        Optional.empty(),
        SyncState.SYNCING,
        2,
        Set.of("a", "b"),
        Set.of("a"),
        Set.of("b"),
        Set.of(),
        Optional.of(start),
        Optional.empty(),
        Optional.of(deadline),
        Optional.empty(),
        Duration.ofMinutes(1),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty());
  }
}
