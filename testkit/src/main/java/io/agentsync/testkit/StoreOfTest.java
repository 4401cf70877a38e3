package io.agentsync.testkit;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizerBuilder;
import io.agentsync.model.Durability;

/** The store that one test has for itself, for those that use it by the SDK. */
interface StoreOfTest {

  /** Where the store of the present test is, as {@link AgentSynchronizer#open(String)} takes it. */
  String location();

  /** Opens it, in no run. */
  default AgentSynchronizer synchronizer() {
    return builder().build();
  }

  /** Opens it, in a run. */
  default AgentSynchronizer synchronizerIn(String run) {
    return builder().run(run).build();
  }

  private SynchronizerBuilder builder() {
    return AgentSynchronizer.builder().store(location()).durability(Durability.PROCESS);
  }
}
