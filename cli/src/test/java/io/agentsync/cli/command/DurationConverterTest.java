package io.agentsync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "90s, PT1M30S",
    "5m, PT5M",
    "24h, PT24H",
    "7d, PT168H",
    "1h30m, PT1H30M",
    "1d2h3m4s5ms, PT26H3M4.005S",
    "0s, PT0S",
    "PT1H, PT1H",
    "p7d, PT168H",
    "pt0.5s, PT0.5S"
  })
  void readsWhatPeopleWrite(String text, Duration expected) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7",
        "7x",
        "7w",
        "-1s",
        "1.5h",
        "30m1h",
        "1h1h",
        "s",
        "7 d",
        "PT-5S",
        "P1M",
        "P",
        "99999999999999999999s",
        "99999999999999999d",
        "٣s"
      })
  void refusesTheRestInPlainWords(String text) {
    assertThatThrownBy(() -> new DurationConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("\"" + text + "\" is not a length of time")
        .hasMessageContaining("1h30m");
  }
}
