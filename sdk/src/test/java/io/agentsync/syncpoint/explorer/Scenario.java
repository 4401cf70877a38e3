package io.agentsync.syncpoint.explorer;

import java.util.List;
import java.util.Set;

/**
 * Who takes part, and what may befall them.
 *
 * @param name what it is called
 * @param parts who takes part
 * @param variant what protocol they follow
 * @param timeouts whether an open generation may be overdue at any moment
 * @param crashes how many processes may be killed
 * @param cancels how many calls may be taken back
 * @param losses how many arrivals may be late on their way to the journal, or never come
 * @param victims whom crashes, cancels and losses may hit; everybody if empty
 * @param fine whether steps are kept apart that nobody should be able to tell from one step
 * @param meets whether everybody has to meet in every round
 * @param inRun whether they are in a run, where who was killed repeats what it has done
 * @param lost whether agents are registered, and those who are killed may be found to be lost
 */
record Scenario(
    String name,
    List<Part> parts,
    Variant variant,
    boolean timeouts,
    int crashes,
    int cancels,
    int losses,
    Set<String> victims,
    boolean fine,
    boolean meets,
    boolean inRun,
    boolean lost) {

  static Scenario of(String name, Part... parts) {
    return new Scenario(
        name, List.of(parts), Variant.REAL, false, 0, 0, 0, Set.of(), false, false, false, false);
  }

  Scenario with(Variant other) {
    return new Scenario(
        name + " " + other,
        parts,
        other,
        timeouts,
        crashes,
        cancels,
        losses,
        victims,
        fine,
        meets,
        inRun,
        lost);
  }

  Scenario withTimeouts() {
    return new Scenario(
        name, parts, variant, true, crashes, cancels, losses, victims, fine, meets, inRun, lost);
  }

  Scenario withCrash(String... whom) {
    return new Scenario(
        name, parts, variant, timeouts, 1, cancels, losses, Set.of(whom), fine, meets, inRun, lost);
  }

  Scenario withCancel(String... whom) {
    return new Scenario(
        name, parts, variant, timeouts, crashes, 1, losses, Set.of(whom), fine, meets, inRun, lost);
  }

  Scenario withLoss(String... whom) {
    return new Scenario(
        name,
        parts,
        variant,
        timeouts,
        crashes,
        cancels,
        1,
        Set.of(whom),
        fine,
        meets,
        inRun,
        lost);
  }

  Scenario whereEverybodyMeets() {
    return new Scenario(
        name, parts, variant, timeouts, crashes, cancels, losses, victims, fine, true, inRun, lost);
  }

  Scenario finely() {
    return new Scenario(
        name + " finely",
        parts,
        variant,
        timeouts,
        crashes,
        cancels,
        losses,
        victims,
        true,
        meets,
        inRun,
        lost);
  }

  /** Somebody is killed, and those who wait find out. */
  Scenario withLostAgent(String... whom) {
    return new Scenario(
        name, parts, variant, timeouts, 1, cancels, losses, Set.of(whom), fine, meets, inRun, true);
  }

  Scenario inOneRun() {
    return new Scenario(
        name, parts, variant, timeouts, crashes, cancels, losses, victims, fine, meets, true, lost);
  }

  /**
   * Whether the next step of a process may be taken as one with its last. Where journals stay, what
   * it looks for cannot have changed. Where they move: a journal that does not stand is read again
   * before it is left, so what was read before does not matter; and whether a journal is stale is
   * settled when it is created.
   */
  boolean oneStepWithTheNext(Actor actor, Shelf shelf) {
    return switch (actor.at) {
      case TOMB -> !moves();
      case AGAIN, DOUBT -> !moves() || !fine;
      case LOOK, FIRST -> !fine && moves();
      case STANDS -> actor.holdsNothing() || (!moves() && !endsWhatItFinds(actor));
      case CHECK -> (!moves() || !fine) && !endsWhatItFinds(actor);
      case LAST -> !fine;
      case CLOSED ->
          !fine && !actor.holdsNothing() && shelf.tape(actor.held).fold().removed().isPresent();
      default -> false;
    };
  }

  /** Whether a process can find now that a deadline has passed. */
  boolean endsOverdue(Actor actor) {
    return timeouts && Timeouts.possible(actor) && (actor.at == At.WAIT || endsWhatItFinds(actor));
  }

  /** Whoever waits does so too, so that only what the dead have left needs another to end it. */
  private boolean endsWhatItFinds(Actor actor) {
    return timeouts && (fine || crashes > 0) && Timeouts.possible(actor);
  }

  /** Whether journals are ever moved away. */
  boolean moves() {
    return parts.stream().anyMatch(Part::removes);
  }

  boolean mayHit(Actor actor) {
    return victims.isEmpty() || victims.contains(actor.part.name());
  }
}
