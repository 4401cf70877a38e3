package io.agentsync.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.agent.Agent;
import io.agentsync.agent.CellBeat;
import io.agentsync.agent.Profile;
import io.agentsync.agent.Register;
import io.agentsync.agent.Registration;
import io.agentsync.codec.AgentCodec;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** When a session notes the beats of its agents, and what it says then. */
class BeatsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandTime time = new HandTime("here");
  private final NotedSession session = new NotedSession();
  private int woken;
  private final Beats beats = new Beats(session, time, () -> woken++);

  @Test
  void r03_nobodyBeatsUnasked() {
    hold("a", 0);

    assertThat(beats.round()).isEmpty();
    assertThat(session.notes).isEmpty();
    assertThat(woken).isZero();
    assertThat(beats.beat("stranger", () -> true)).isFalse();
  }

  @Test
  void r03_beatsGoOutTogetherAtMostOnceASecond() {
    hold("a", 0);
    hold("b", 1);
    assertThat(beats.beat("a", () -> true)).isTrue();
    beats.round();
    beats.beat("a", () -> true);
    beats.beat("b", () -> true);

    assertThat(woken).isEqualTo(2);
    assertThat(beats.round()).hasValue(SECOND);
    time.advance(SECOND);
    assertThat(beats.round()).isEmpty();
    assertThat(session.notes).hasSize(2);
    assertThat(session.notes.get(1)).containsOnlyKeys(0, 1);
    assertThat(last(0).count()).isEqualTo(2);
    assertThat(last(0).at().nanos()).isEqualTo(time.now().nanos() - SECOND.toNanos());
  }

  @Test
  void r03_whoeverWaitsBeatsByItselfAndSaysWhere() {
    hold("a", 0);
    beats.waitAt(this, "a", "p");
    assertThat(beats.round()).hasValue(Duration.ofSeconds(10));
    assertThat(last(0).waitsAt()).hasValue("p");

    time.advance(Duration.ofSeconds(10));
    assertThat(beats.round()).hasValue(Duration.ofSeconds(10));
    assertThat(last(0).count()).isEqualTo(2);

    time.advance(SECOND);
    beats.goOn(this, "a");
    assertThat(beats.round()).isEmpty();
    assertThat(last(0).waitsAt()).isEmpty();
  }

  @Test
  void r03_soDoesWhoeverIsRegisteredWhileItWaits() {
    beats.waitAt(this, "a", "p");
    assertThat(beats.round()).isEmpty();
    hold("a", 0);

    assertThat(woken).isEqualTo(1);
    assertThat(beats.round()).hasValue(Duration.ofSeconds(10));
    assertThat(last(0).waitsAt()).hasValue("p");
  }

  @Test
  void r03_thoseThatBeatByThemselvesDoSoTogether() {
    hold("a", 0);
    beats.beatByItself("a");
    time.advance(Duration.ofSeconds(4));
    hold("b", 1);
    beats.beatByItself("b");
    time.advance(Duration.ofSeconds(6));

    assertThat(beats.round()).hasValue(Duration.ofSeconds(10));
    assertThat(session.notes).hasSize(1);
    assertThat(session.notes.get(0)).containsOnlyKeys(0, 1);
  }

  @Test
  void r03_whoeverIsDoneBeatsNoLonger() {
    hold("a", 0);
    beats.beatByItself("a");
    beats.round();
    beats.beatWhenTold("a");

    time.advance(Duration.ofSeconds(10));
    assertThat(beats.round()).isEmpty();
    assertThat(session.notes).isEmpty();
  }

  @Test
  void r03_whatCouldNotBeNotedIsNotedAgain() {
    hold("a", 0);
    beats.beat("a", () -> true);
    session.failing = true;
    assertThatThrownBy(beats::round).isInstanceOf(StoreException.class);
    session.failing = false;

    assertThat(beats.round()).hasValue(SECOND);
    time.advance(SECOND);
    beats.round();
    assertThat(session.notes).hasSize(1);
  }

  @Test
  void r01_whoeverIsInDoubtIsAskedForBeforeItBeats() {
    hold("a", 0);
    List<String> asked = new ArrayList<>();
    beats.beat("a", () -> asked.add("at once"));
    beats.doubt("a");
    beats.beat("a", () -> asked.add("after a ring"));
    beats.beat("a", () -> asked.add("again"));
    time.advance(Duration.ofMinutes(1));
    beats.beat("a", () -> asked.add("after a minute"));

    assertThat(asked).containsExactly("after a ring", "after a minute");
    beats.doubt("a");
    assertThat(beats.beat("a", () -> false)).isFalse();
  }

  @Test
  void r03_aTornNoteIsNotBelieved() {
    CellBeat beat = new CellBeat(12, "a", time.now(), Optional.of("p"));
    byte[] cell = AgentCodec.encode(beat, Session.LONGEST_NOTE);

    assertThat(AgentCodec.decode(cell, time.now().domain())).hasValue(beat);
    String torn = text(cell).replace("\"n\":12", "\"n\":13");
    assertThat(AgentCodec.decode(torn.getBytes(UTF_8), time.now().domain())).isEmpty();
    for (int end = 0; end < cell.length; end++) {
      byte[] half = Arrays.copyOf(cell, end);
      assertThat(AgentCodec.decode(half, time.now().domain())).isEmpty();
    }
  }

  @Test
  void r03_aNoteFitsItsCellWhateverTheNames() {
    String longest = "x".repeat(128);
    Moment late = new Moment(time.now().wall(), time.now().domain(), Long.MAX_VALUE);
    CellBeat beat = new CellBeat(Integer.MAX_VALUE, longest, late, Optional.of(longest));
    byte[] cell = AgentCodec.encode(beat, Session.LONGEST_NOTE);

    assertThat(cell).hasSizeLessThanOrEqualTo(Session.LONGEST_NOTE);
    assertThat(AgentCodec.decode(cell, late.domain()))
        .hasValue(new CellBeat(beat.count(), longest, late, Optional.empty()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private void hold(String agent, int slot) {
    Agent fold = new Agent();
    Profile profile = new Profile("", Set.of(), Map.of());
    fold.accept(
        new Register(
            "op",
            1,
            Optional.empty(),
            Optional.of(session.id()),
            Optional.of(slot),
            profile,
            time.now()));
    Registration registration = fold.standing().orElseThrow();
    beats.hold(agent, registration);
  }

  private CellBeat last(int slot) {
    byte[] cell = session.notes.get(session.notes.size() - 1).get(slot);
    return AgentCodec.decode(cell, time.now().domain()).orElseThrow();
  }

  private static final class NotedSession implements Session {
    final List<SortedMap<Integer, byte[]>> notes = new ArrayList<>();
    boolean failing;

    @Override
    public String id() {
      return "s";
    }

    @Override
    public void note(SortedMap<Integer, byte[]> changed) {
      if (failing) {
        throw new StoreException("here", "is full", null);
      }
      notes.add(changed);
    }

    @Override
    public void end(Moment at) {}

    @Override
    public void close() {}
  }
}
