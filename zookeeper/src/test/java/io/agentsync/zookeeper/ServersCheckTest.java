package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Check;
import io.agentsync.model.Check.Grade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made of what servers say about themselves. */
class ServersCheckTest {

  private static final String SAID =
      """
      Zookeeper version: %s-abc, built on 2026-02-11 20:06 UTC
      Latency min/avg/max: 0/0.0/0
      Mode: %s
      Node count: 5
      """;

  private static ServerAnswer serves(String host, String version, String mode) {
    return ServerAnswer.of(host, SAID.formatted(version, mode));
  }

  private static List<Check> judge(ServerAnswer... answers) {
    return new ServersCheck(List.of(answers)).judge();
  }

  private static Stream<Grade> grades(List<Check> checks) {
    return checks.stream().map(Check::grade);
  }

  @Test
  void anEnsembleThatServes() {
    List<Check> found =
        judge(
            serves("a:1", "3.9.5", "leader"),
            serves("b:1", "3.9.5", "follower"),
            serves("c:1", "3.8.4", "follower"));
    assertThat(grades(found)).containsOnly(Grade.OK);
    assertThat(found.get(0).found()).isEqualTo("a:1 is ZooKeeper 3.9.5, leader");
    assertThat(found.get(3).found()).isEqualTo("3 of 3 named servers serve");
  }

  @Test
  void oneServerLessIsAWarningWhileOthersServe_andAProblemIfNoneDoes() {
    ServerAnswer away = ServerAnswer.away("b:1", "Connection refused");
    assertThat(grades(judge(serves("a:1", "3.9.5", "leader"), away)))
        .containsExactly(Grade.OK, Grade.WARNING, Grade.OK);
    assertThat(grades(judge(away))).containsExactly(Grade.PROBLEM);
    assertThat(judge(away).get(0).found()).isEqualTo("b:1 is not reached: Connection refused");
  }

  @Test
  void whoHasNoMajoritySaysSo() {
    ServerAnswer alone =
        ServerAnswer.of("a:1", "This ZooKeeper instance is not currently serving requests\n");
    assertThat(judge(alone).get(0).found()).contains("has no contact to a majority");
    List<Check> readOnly = judge(serves("a:1", "3.9.5", "read-only"));
    assertThat(readOnly.get(0).grade()).isEqualTo(Grade.PROBLEM);
  }

  @Test
  void whoMayNotSayMoreIsZooKeeperAllTheSame() {
    Check check =
        judge(ServerAnswer.of("a:1", "srvr is not executed because it is not in the whitelist.\n"))
            .get(0);
    assertThat(check.grade()).isEqualTo(Grade.OK);
    assertThat(check.found()).contains("a:1 is ZooKeeper", "4lw.commands.whitelist");
  }

  @Test
  void twoThatLeadAreTwoEnsembles() {
    List<Check> found =
        judge(serves("a:1", "3.9.5", "standalone"), serves("b:1", "3.9.5", "standalone"));
    assertThat(found.get(2).grade()).isEqualTo(Grade.WARNING);
    assertThat(found.get(2).found()).startsWith("a:1, b:1 each lead");
  }

  @Test
  void anOldOneIsAProblem() {
    assertThat(judge(serves("a:1", "3.5.10", "leader")).get(0).grade()).isEqualTo(Grade.PROBLEM);
    assertThat(judge(serves("a:1", "3.10.0", "leader")).get(0).grade()).isEqualTo(Grade.OK);
    assertThat(judge(serves("a:1", "3.6.0", "leader")).get(0).grade()).isEqualTo(Grade.OK);
  }

  @Test
  void aStrangerIsCalledOne() {
    assertThat(judge(ServerAnswer.of("a:1", "HTTP/1.1 400 Bad Request")).get(0).found())
        .contains("does not answer as ZooKeeper does");
    assertThat(judge(ServerAnswer.of("a:1", "")).get(0).found()).contains("it said nothing");
  }
}
