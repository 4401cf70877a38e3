package io.agentsync.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cost of an arrival against the figure that was pinned. */
class PinTest {

  private final Pin pin = new Pin(6, 2);

  @Test
  void noiseIsTolerated() {
    Spread noisy = new Spread(3.1, 11.9, 40);
    assertThat(pin.isKeptBy(noisy)).isTrue();
    assertThat(pin.words(noisy))
        .isEqualTo(
            "One arrival costs 11.9 (3.1 to 40) reference loops of processor time; pinned 6, at most 12.");
  }

  @Test
  void whatIsGrosslyDearerFails() {
    Spread dear = new Spread(12, 12.1, 13);
    assertThat(pin.isKeptBy(dear)).isFalse();
    assertThat(pin.words(dear)).contains("Too dear");
  }

  @Test
  void whatIsMuchCheaperAsksToBePinned() {
    Spread cheap = new Spread(2, 2.9, 3);
    assertThat(pin.isKeptBy(cheap)).isTrue();
    assertThat(pin.words(cheap)).contains("pin it anew");
  }
}
