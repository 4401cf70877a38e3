package io.agentsync.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three digits that matter. */
class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "0.125|0.125", "0.2|0.2", "1.5|1.5", "15|15", "15.26|15.3", "12345.6|12,346"})
  void areShown(double number, String text) {
    assertThat(Numbers.plain(number)).isEqualTo(text);
  }
}
