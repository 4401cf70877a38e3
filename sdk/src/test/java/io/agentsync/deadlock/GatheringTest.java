package io.agentsync.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.codec.RecordCodec;
import io.agentsync.syncpoint.SyncPoint;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a fold matters for who waits for whom. */
class GatheringTest {

  private static final String AT = "\"at\":\"2026-01-01T00:00:00Z\"";
  private static final String HEAD = "{'kind':'journal','version':1,'epoch':1,'after':0}";
  private static final String ALL =
      "{'kind':'arrive','op':'a1','generation':1,'agent':'a','view':{'required':['a','b','c'],"
          + "'rule':'all','timeoutMillis':30000},AT}";
  private static final String TWO =
      "{'kind':'arrive','op':'a1','generation':1,'agent':'a','view':{'required':['a','b','c'],"
          + "'rule':'quorum','quorum':2,'timeoutMillis':30000},AT}";

  @Test
  void sp08_ofAllNobodyCanBeDoneWithout() throws Exception {
    Gathering gathering = of(HEAD, ALL).orElseThrow();

    assertThat(gathering.waiting()).containsExactly("a");
    assertThat(gathering.missing()).containsExactly("b", "c");
    assertThat(gathering.spare()).isZero();
    assertThat(gathering.claims()).containsExactly("a1");
    assertThat(gathering.blocked()).isEmpty();
  }

  @Test
  void sp08_whoIsExcusedIsNotMissing() throws Exception {
    Gathering gathering =
        of(
                HEAD,
                ALL,
                "{'kind':'excuse','op':'e','generation':1,'nonce':'a1','agent':'b','actor':'x',AT}")
            .orElseThrow();

    assertThat(gathering.missing()).containsExactly("c");
    assertThat(gathering.spare()).isZero();
  }

  @Test
  void sp08_aQuorumCanDoWithoutSome_andWithFewerWhenOneHasFailed() throws Exception {
    assertThat(of(HEAD, TWO).orElseThrow().spare()).isEqualTo(1);
    Gathering failed =
        of(
                HEAD,
                TWO,
                "{'kind':'arrive','op':'b1','generation':1,'agent':'b','like':'a1','status':'FAILED',AT}")
            .orElseThrow();
    assertThat(failed.waiting()).containsExactly("a", "b");
    assertThat(failed.spare()).isZero();
  }

  @Test
  void sp15_whoDoesNothingElseSaysSo() throws Exception {
    Gathering gathering = of(HEAD, ALL.replace("AT}", "'blocking':true,AT}")).orElseThrow();

    assertThat(gathering.blocked()).containsExactly("a");
  }

  @Test
  void whereNobodyWaitsThereIsNone() throws Exception {
    assertThat(
            of(
                HEAD,
                "{'kind':'declare','op':'d','generation':1,'required':['a'],'rule':'all','timeoutMillis':1,AT}"))
        .isEmpty();
    assertThat(
            of(HEAD, ALL, "{'kind':'force','op':'f','generation':1,'nonce':'a1','actor':'x',AT}"))
        .isEmpty();
  }

  private static Optional<Gathering> of(String... records) throws Exception {
    SyncPoint point = new SyncPoint();
    for (String record : records) {
      String json = record.replace("AT}", AT + "}").replace('\'', '"');
      point.accept(RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    }
    return point.newest().flatMap(newest -> Gathering.of("p", newest));
  }
}
