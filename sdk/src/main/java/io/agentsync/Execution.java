package io.agentsync;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.AgentSyncException;
import java.util.Map;

/** One execution of an agent: its stages in their order, and what becomes of a failure in one. */
final class Execution {

  private static final int LONGEST_ACTION = 1000;

  private final SynchronizedAgent agent;
  private final AgentSynchronizer synchronizer;
  private final RememberedResults results;
  private final SynchronizedAgentRegistry registry;
  private String stage = "validateConfig()";
  private boolean registered;

  Execution(SynchronizedAgent agent, AgentSynchronizer synchronizer, RememberedResults results) {
    this.agent = agent;
    this.synchronizer = synchronizer;
    this.results = results;
    this.registry = synchronizer.registry();
  }

  private interface Step {
    void run() throws Exception;
  }

  Map<String, Object> run() throws Exception {
    Map<String, Object> result;
    try {
      validate();
      enter("registration");
      register();
      enter("setup()");
      agent.setup();
      enter("run()");
      result = agent.run();
    } catch (Throwable failure) {
      remainAsFailed(failure);
      inSpiteOf(failure, agent::cleanup);
      throw failure;
    }
    try {
      enter("cleanup()");
      agent.cleanup();
      enter("deregistration");
      registry.deregisterAgent(agent.getName());
    } catch (Throwable failure) {
      remainAsFailed(failure);
      throw failure;
    }
    return result;
  }

  private void enter(String next) {
    stage = next;
  }

  private void validate() {
    if (!agent.validateConfig()) {
      throw new AgentSyncException(
          ("The agent %s on %s does not run: its validateConfig() returned false; correct its"
                  + " configuration, or have validateConfig() throw what is wrong with it.")
              .formatted(agent.getName(), synchronizer.location()));
    }
  }

  private void register() {
    String name = agent.getName();
    AgentInfo known =
        registry.registerAgent(name, agent.role(), agent.syncCapabilities(), agent.metadata());
    registered = true;
    registry.beatByItself(name);
    if (known.status() != AgentStatus.ACTIVE) {
      // Registering anew keeps what was said, such as how the last execution failed.
      registry.updateAgentStatus(name, AgentStatus.ACTIVE, "executed again");
    }
  }

  private void remainAsFailed(Throwable failure) {
    inSpiteOf(failure, results::withdrawAll);
    inSpiteOf(failure, () -> record(failure));
    if (registered) {
      inSpiteOf(failure, () -> registry.beatWhenTold(agent.getName()));
    }
  }

  private void record(Throwable failure) {
    if (stage.equals("registration")) {
      // The name may be another living agent's.
      return;
    }
    if (!registered) {
      register();
    }
    String action = "%s failed: %s".formatted(stage, failure);
    registry.updateAgentStatus(agent.getName(), AgentStatus.ERROR, beginningOf(action));
  }

  /** A message may quote a whole document; a record need not. */
  private static String beginningOf(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_ACTION
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ACTION)) + "…";
  }

  private static void inSpiteOf(Throwable failure, Step step) {
    try {
      step.run();
    } catch (Throwable further) {
      if (further != failure) {
        failure.addSuppressed(further);
      }
    }
  }
}
