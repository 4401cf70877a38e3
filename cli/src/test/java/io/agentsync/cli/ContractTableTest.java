package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Contract.Row;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the contract names tests that fail if it is untrue, and they are there and run. */
class ContractTableTest {

  private static final String CHECKS = "checked by";

  private static List<String> tests;

  @BeforeAll
  static void read() {
    tests = TestSources.tests();
  }

  static Stream<Row> rows() {
    return Contract.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsChecked(Row row) {
    assertThat(row.header()).last().isEqualTo(CHECKS);
    assertThat(row.cells()).as(row.toString()).hasSameSizeAs(row.header());
    assertThat(row.code(CHECKS)).as("checks of %s", row).isNotEmpty();
    assertThat(row.cell(CHECKS)).isEqualTo("`" + String.join("`, `", row.code(CHECKS)) + "`");
    for (String check : row.code(CHECKS)) {
      assertThat(Collections.frequency(tests, check))
          .as("tests that run and are called %s (0: renamed, gone or disabled)", check)
          .isEqualTo(1);
    }
  }

  @Test
  void theTablesAreRead() {
    assertThat(Contract.rows()).hasSizeGreaterThan(150);
    assertThat(tests)
        .contains("ContractTableTest.theTablesAreRead", "ContractTableTest.everyRowIsChecked")
        .doesNotContain("ContractTableTest.rows", "ContractTableTest.read");
  }
}
