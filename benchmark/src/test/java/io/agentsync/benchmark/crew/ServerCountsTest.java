package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a ZooKeeper server says that it has counted. */
class ServerCountsTest {

  /** As 3.9.5 says it, shortened. */
  private static final String ANSWER =
      """
      zk_version\t3.9.5-1234567890, built on 2025-01-01 00:00 UTC
      zk_packets_sent\t120
      zk_packets_received\t101
      zk_watch_bytes\t30
      zk_bytes_received_count\t1004
      zk_response_bytes\t2000
      zk_avg_node_created_watch_count\t0.5
      zk_sum_node_created_watch_count\t2
      zk_sum_node_deleted_watch_count\t1
      zk_sum_node_children_watch_count\t4
      zk_cnt_node_changed_watch_count\t50
      zk_sum_node_changed_watch_count\t13
      """;

  @Test
  void requestsEventsAndBytesAreAddedUp() throws Exception {
    assertThat(ServerCounts.parse(ANSWER)).isEqualTo(new ServerCounts(101, 20, 3034));
  }

  @Test
  void theQuestionItselfDoesNotCount() throws Exception {
    ServerCounts before = new ServerCounts(90, 15, 3000);
    assertThat(ServerCounts.parse(ANSWER).since(before)).isEqualTo(new ServerCounts(10, 5, 30));
  }

  @Test
  void aServerThatDoesNotCountIsNotTakenForOneThatHasNothingToDo() {
    assertThatThrownBy(() -> ServerCounts.parse("mntr is not executed because it is not allowed."))
        .isInstanceOf(IOException.class)
        .hasMessage("the server does not count zk_packets_received");
  }
}
