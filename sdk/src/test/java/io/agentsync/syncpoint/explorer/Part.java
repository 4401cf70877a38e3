package io.agentsync.syncpoint.explorer;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Call;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Declaration;
import io.agentsync.syncpoint.Errand;
import io.agentsync.syncpoint.OperatorAct.ToAbort;
import io.agentsync.syncpoint.OperatorAct.ToForce;
import io.agentsync.syncpoint.Repair;
import io.agentsync.syncpoint.Seeking;
import io.agentsync.syncpoint.Spec;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The part that one process plays, and how often; a name ends where its {@code '} begins. */
record Part(String name, Kind kind, Set<String> view, int times) {

  /** What a process can be there for. */
  enum Kind {
    AGENT,
    DECLARE,
    FORCE,
    ABORT,
    CLEAN,
    ROTATE
  }

  private static final String POINT = "point";
  private static final String STORE = "store";

  static Part agent(String name, Set<String> view, int calls) {
    return new Part(name, Kind.AGENT, view, calls);
  }

  /** Takes part without a view of its own. */
  static Part joining(String name, int calls) {
    return new Part(name, Kind.AGENT, Set.of(), calls);
  }

  static Part once(Kind kind) {
    return new Part(kind.name().toLowerCase(Locale.ROOT), kind, Set.of(), 1);
  }

  static Part declaring(Set<String> agents) {
    return new Part("declare", Kind.DECLARE, agents, 1);
  }

  /** Two processes may be there for one agent. */
  String agent() {
    return name.replace("'", "");
  }

  boolean removes() {
    return kind == Kind.CLEAN || kind == Kind.ROTATE;
  }

  Errand<?> errand(String session, Moment began, long told, boolean inRun) {
    return switch (kind) {
      case AGENT -> new Seeking(call(session, began, told, inRun));
      case DECLARE -> new Declaration(POINT, "store", spec(view), false, Optional.empty());
      case FORCE -> Repair.of(POINT, STORE, new ToForce(name, Optional.empty()));
      case ABORT -> Repair.of(POINT, STORE, new ToAbort(name, Optional.empty()));
      case CLEAN, ROTATE -> throw new IllegalStateException("a remover has no errand");
    };
  }

  private Call call(String session, Moment began, long told, boolean inRun) {
    Optional<Spec> mine =
        view.isEmpty()
            ? Optional.empty()
            : Optional.of(Spec.viewOf(agent(), view, CompletionRule.ALL, Duration.ofSeconds(1)));
    return new Call(
        POINT,
        STORE,
        agent(),
        session,
        began,
        told,
        mine,
        Optional.empty(),
        ArrivalStatus.OK,
        Optional.empty(),
        false,
        inRun,
        Optional.empty());
  }

  private static Spec spec(Set<String> agents) {
    return new Spec(agents, CompletionRule.ALL, Duration.ofSeconds(1));
  }
}
