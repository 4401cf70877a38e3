package io.agentsync.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule for ids at both of its ends, character by character. */
class NamesTest {

  private static final String FIRST =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
  private static final String LATER = FIRST + ".-:/@+";

  @Test
  void lengthsAreFrom1To128() {
    assertThat(Names.allowed("a")).isTrue();
    assertThat(Names.allowed("a".repeat(128))).isTrue();
    assertThat(Names.allowed("")).isFalse();
    assertThat(Names.allowed("a".repeat(129))).isFalse();
  }

  @Test
  void everyCharacterOfTheRuleAndNoOther() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      assertThat(Names.allowed("" + c))
          .as("\\u%04x first", (int) c)
          .isEqualTo(FIRST.indexOf(c) >= 0);
      assertThat(Names.allowed("a" + c)).as("\\u%04x", (int) c).isEqualTo(LATER.indexOf(c) >= 0);
    }
  }

  @Test
  void aRefusalQuotesTheRuleAndShowsWhatWasSaid() {
    assertThatThrownBy(() -> Names.require("agent id", "a\u001b b"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "\"a\\u001b b\" is not a valid agent id: use 1 to 128 of the characters A-Z a-z 0-9 . _ - : / @ +, the first one a letter, digit or _.");
    assertThatThrownBy(() -> Names.require("agent id", null)).hasMessageContaining("null is not");
  }

  @Test
  void aSetIsRefusedForOneOfThem_andWhereThereIsNone() {
    assertThatThrownBy(() -> Names.requireAll("agent id", Arrays.asList("a", null)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(Names.RULE);
    assertThatThrownBy(() -> Names.requireAll("agent id", null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("null is not a set of agent ids");
    Names.requireAll("agent id", List.of("a", "b"));
  }
}
