package io.agentsync.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.codec.RecordCodec;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.StoryLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of records where they mean something, and why where they do not. */
class NarratorTest {

  private static final Moment NOW =
      new Moment(Instant.parse("2026-01-01T00:01:00Z"), Optional.empty(), 0);
  private static final String OPENED =
      """
      {"kind":"journal","version":1,"epoch":1,"after":0}
      {"kind":"arrive","op":"a1","generation":1,"agent":"a","view":{"required":["a","b","c"],"rule":"all","timeoutMillis":30000}}
      {"kind":"arrive","op":"b1","generation":1,"agent":"b","like":"a1"}
      """;
  private static final String ENDED =
      OPENED
          + """
          {"kind":"force","op":"f1","generation":1,"nonce":"a1","actor":"ops","reason":"enough"}
          """;
  private static final String CLOSED =
      ENDED
          + """
          {"kind":"removed","op":"r1","generation":1,"nonce":"a1"}
          """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENED | 'arrive','op':'c1','generation':1,'agent':'c','like':'a1' | true | arrives, 3 of 3",
        "OPENED | 'arrive','op':'b2','generation':1,'agent':'b','like':'a1' | true | one more call, still 2 of 3",
        "OPENED | 'arrive','op':'b1','generation':1,'agent':'b','like':'a1' | false | counts once",
        "OPENED | 'arrive','op':'x1','generation':1,'agent':'x','like':'a1' | false | turned away",
        "OPENED | 'arrive','op':'b2','generation':1,'agent':'b','like':'zz' | false | void",
        "OPENED | 'arrive','op':'b2','generation':2,'agent':'b','like':'a1' | false | while generation 1 is open",
        "OPENED | 'arrive','op':'b2','generation':9,'agent':'b','like':'a1' | false | while generation 1 is open",
        "ENDED  | 'arrive','op':'c1','generation':1,'agent':'c','like':'a1' | false | after it had ended",
        "ENDED  | 'arrive','op':'c1','generation':7,'agent':'c','like':'a1' | false | ahead of the next one, which is 2",
        "ENDED  | 'arrive','op':'c1','generation':2,'agent':'c','like':'a1' | true | opens it and arrives, 1 of 3",
        "CLOSED | 'arrive','op':'c1','generation':2,'agent':'c','like':'a1' | false | after this journal was closed",
        "OPENED | 'withdraw','op':'w','generation':1,'nonce':'a1','claim':'b1','agent':'b' | true | gives up and takes its arrival back, 1 left",
        "OPENED | 'withdraw','op':'w','generation':1,'nonce':'a1','claim':'c1','agent':'c' | true | that is not here",
        "ENDED  | 'withdraw','op':'w','generation':1,'nonce':'a1','claim':'b1','agent':'b' | false | the outcome stands",
        "OPENED | 'timeout','op':'t','generation':1,'nonce':'a1','deadline':'spec:a1' | true | the deadline has passed",
        "OPENED | 'timeout','op':'t','generation':1,'nonce':'a1','deadline':'spec:b1' | false | does not run any longer",
        "OPENED | 'timeout','op':'t','generation':1,'nonce':'zz','deadline':'spec:a1' | false | not in this journal",
        "ENDED  | 'timeout','op':'t','generation':1,'nonce':'a1','deadline':'spec:a1' | false | the outcome stands",
        "OPENED | 'abort','op':'x','generation':1,'nonce':'a1','actor':'ops' | true | ends it, without a reason",
        "ENDED  | 'abort','op':'x','generation':1,'nonce':'a1','actor':'ops' | false | the outcome stands",
        "OPENED | 'excuse','op':'x','generation':1,'nonce':'a1','agent':'c','actor':'ops' | true | excuses c",
        "OPENED | 'excuse','op':'x','generation':1,'nonce':'a1','agent':'z','actor':'ops' | false | not awaited",
        "OPENED | 'lost','op':'l','generation':1,'nonce':'a1','agents':['c'],'reason':'killed' | true | c is gone for good: killed",
        "OPENED | 'lost','op':'l','generation':1,'nonce':'a1','agents':['b'],'reason':'killed' | false | names agents that stand",
        "OPENED | 'ended','op':'e','generation':1,'nonce':'zz','outcome':'FORCED','arrived':['a'],'missing':[],'tookMillis':1 | false | not in this journal",
        "ENDED  | 'ended','op':'e','generation':1,'nonce':'a1','outcome':'FORCED','arrived':['a'],'missing':[],'tookMillis':1 | true | announces the end",
        "OPENED | 'removed','op':'r','generation':1,'nonce':'a1' | false | while generation 1 is open",
        "ENDED  | 'removed','op':'r','generation':1,'nonce':'a1' | true | cleans the sync point up",
        "ENDED  | 'removed','op':'r','generation':1,'nonce':'a1','rotated':true | true | because it is long",
        "OPENED | 'declare','op':'d','generation':1,'required':['a'],'rule':'all','timeoutMillis':9 | false | open already",
        "ENDED  | 'declare','op':'d','generation':2,'required':['a'],'rule':'all','timeoutMillis':9 | true | opens it for later: it needs a",
        "OPENED | 'mismatch','op':'m','generation':1,'nonce':'a1','agent':'x','expected':['x'] | true | it expected {x}",
        "OPENED | 'journal','version':1,'epoch':1,'after':0 | false | in the middle",
      })
  void aRecordInItsPlace(String before, String record, boolean counts, String meaning) {
    String journal =
        switch (before) {
          case "OPENED" -> OPENED;
          case "ENDED" -> ENDED;
          default -> CLOSED;
        };
    String json = "{\"kind\":" + record.replace('\'', '"') + "}\n";

    List<StoryLine> lines = tell(journal + json);

    StoryLine line = lines.get(tell(journal).stream().mapToInt(it -> shown(it)).sum());
    assertThat(line.meaning()).contains(meaning);
    assertThat(line.counts()).isEqualTo(counts);
  }

  @Test
  void anEndFollowsTheRecordThatCausedIt() {
    StoryLine outcome = tell(ENDED).get(4);

    assertThat(outcome.what()).isEqualTo("outcome");
    assertThat(outcome.who()).contains("ops");
    assertThat(outcome.meaning()).isEqualTo("FORCED: a, b are there, c is missing; enough");
  }

  @Test
  void offsetsAreFromTheFirstArrival() {
    List<StoryLine> lines = tell(OPENED);

    assertThat(lines.get(0).offset()).isEmpty();
    assertThat(lines.get(1).offset().orElseThrow()).isZero();
    assertThat(lines.get(2).offset().orElseThrow()).hasSeconds(1);
  }

  @Test
  void aJournalInWhichNothingCountsIsOneLine() {
    List<StoryLine> lines =
        Narrator.tell(
            new Chapter("p.jsonl", List.of(new Page.Damaged(new Problem("p", "x"))), false), NOW);

    assertThat(lines).singleElement().extracting(StoryLine::what).isEqualTo("stale");
  }

  private static int shown(StoryLine line) {
    return line.what().equals("open") ? 0 : 1;
  }

  private static List<StoryLine> tell(String journal) {
    List<Page> pages = new ArrayList<>();
    int second = 0;
    for (String line : journal.lines().toList()) {
      String timed =
          line.replaceFirst("}$", ",\"at\":\"2026-01-01T00:00:%02dZ\"}".formatted(second++));
      try {
        pages.add(new Page.Written(RecordCodec.decode(timed.getBytes(StandardCharsets.UTF_8))));
      } catch (Exception e) {
        throw new AssertionError(timed, e);
      }
    }
    return Narrator.tell(new Chapter("p.jsonl", pages, true), NOW);
  }
}
