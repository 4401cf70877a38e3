package io.agentsync.follow;

import io.agentsync.agent.Agent;
import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Head;
import io.agentsync.codec.AgentCodec;
import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Moment;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The journals of agents; runs do not divide them. */
enum AgentJournals implements JournalKind<AgentRecord, Agent> {
  KIND;

  static final Space SPACE = Space.of("agents");

  static JournalName of(String agent) {
    return SPACE.journal(agent);
  }

  /** Where an agent may be, sorted: also where only the head of its next journal is there yet. */
  static Collection<JournalName> all(JournalStore store) {
    Set<JournalName> names = new TreeSet<>(store.tombstones(SPACE));
    names.addAll(store.list(SPACE));
    return names;
  }

  @Override
  public Agent empty() {
    return new Agent();
  }

  @Override
  public Agent startingAt(AgentRecord head) {
    return Agent.startingAt((Head) head);
  }

  @Override
  public void accept(Agent agent, AgentRecord record) {
    agent.accept(record);
  }

  @Override
  public boolean blank(Agent agent) {
    return agent.blank();
  }

  @Override
  public boolean closed(Agent agent) {
    return agent.removed().isPresent();
  }

  @Override
  public boolean known(Agent agent) {
    return agent.newest().isPresent();
  }

  @Override
  public long epoch(Agent agent) {
    return agent.head().orElse(Head.FIRST).epoch();
  }

  @Override
  public AgentRecord successor(Agent agent) {
    return agent.successor();
  }

  @Override
  public AgentRecord firstHead() {
    return Head.FIRST;
  }

  @Override
  public boolean isHead(AgentRecord record) {
    return record instanceof Head;
  }

  @Override
  public long epochOf(AgentRecord head) {
    return ((Head) head).epoch();
  }

  @Override
  public Optional<Moment> removedBefore(AgentRecord head) {
    return ((Head) head).at();
  }

  @Override
  public byte[] encode(AgentRecord record) {
    return AgentCodec.encode(record);
  }

  @Override
  public AgentRecord decode(byte[] bytes) throws DamagedRecordException, UnknownFormatException {
    return AgentCodec.decode(bytes);
  }
}
