package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A store is filled faster by copying journals than by meeting. */
class JournalCopiesTest {

  private static final String HEAD =
      "\n{\"kind\":\"journal\",\"version\":1,\"epoch\":1,\"after\":0}\n";

  @Test
  void allIdsOfTheWriterAreNew() {
    String records =
        HEAD
            + "\n{\"kind\":\"arrive\",\"op\":\"2qdkee-n\",\"session\":\"2c5ah2\"}\n"
            + "\n{\"kind\":\"ended\",\"op\":\"2qdkee-s\",\"nonce\":\"2qdkee-n\"}\n";
    assertThat(JournalCopies.withOtherIds(records, 71))
        .isEqualTo(
            HEAD
                + "\n{\"kind\":\"arrive\",\"op\":\"00001z-n\",\"session\":\"2c5ah2\"}\n"
                + "\n{\"kind\":\"ended\",\"op\":\"00001z-s\",\"nonce\":\"00001z-n\"}\n");
  }

  @Test
  void whatHasNoIdsCannotBeCopied() {
    assertThatThrownBy(() -> JournalCopies.withOtherIds(HEAD, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
