package io.agentsync.benchmark.stage;

import java.time.Duration;

/**
 * How a run is made.
 *
 * @param agents how many agents
 * @param processes in how many processes, among which they are shared out
 * @param lead how long it goes on before anything is measured
 * @param span how long it is measured
 * @param payload how many characters each agent hands to all; 0 for nothing
 */
public record Setting(int agents, int processes, Duration lead, Duration span, int payload) {

  /** The same, looked at for the last third of another time. */
  public Setting during(Duration all) {
    Duration last = all.dividedBy(3);
    return new Setting(agents, processes, all.minus(last), last, payload);
  }
}
