package io.agentsync.agent;

/** One record of an agent's journal: a fact, and what it does in its place. */
public sealed interface AgentRecord
    permits Head, Register, StatusChange, Beat, Deregister, Removed {

  /** Lets it take effect on what the records before it meant; does nothing where it is void. */
  void applyTo(Agent agent);
}
