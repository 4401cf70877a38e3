package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Orders are lines. */
class OrderTest {

  @Test
  void whatIsSaidIsHeard() {
    Order order = Order.to("rounds").with("agents", 8).with("window", "/dev/shm/a=b");
    assertThat(Order.parse(order.line())).isEqualTo(order);
    assertThat(order.number("agents")).isEqualTo(8);
    assertThat(Order.parse("rounds window=/dev/shm/a=b").text("window")).isEqualTo("/dev/shm/a=b");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Order.to("rounds").text("agents"))
        .hasMessage("the order rounds does not say agents");
  }
}
