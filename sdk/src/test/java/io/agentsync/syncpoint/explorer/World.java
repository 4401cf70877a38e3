package io.agentsync.syncpoint.explorer;

import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything at one moment: the store, the processes, and what may still befall them. */
final class World {

  /** A record whose writer does not know that it has yet to land. */
  record Floating(int journal, SyncRecord record) {}

  final Scenario scenario;
  final Shelf shelf;
  final Actor[] actors;
  final List<Event> events = new ArrayList<>();
  Chronicle chronicle = Chronicle.empty();
  Optional<Floating> floating = Optional.empty();
  Trail trail = Trail.START;
  long clock;
  int crashes;
  int cancels;
  int losses;

  private World(Scenario scenario, Shelf shelf, Actor[] actors) {
    this.scenario = scenario;
    this.shelf = shelf;
    this.actors = actors;
  }

  static World first(Scenario scenario) {
    Shelf shelf = Shelf.empty();
    Actor[] actors = new Actor[scenario.parts().size()];
    Arrays.setAll(actors, i -> new Actor(i, scenario.parts().get(i), shelf.blank));
    World world = new World(scenario, shelf, actors);
    world.crashes = scenario.crashes();
    world.cancels = scenario.cancels();
    world.losses = scenario.losses();
    return world;
  }

  /** What comes next; only this process may be changed in it. */
  World next(Actor actor) {
    World next = new World(scenario, shelf.copy(), actors.clone());
    next.actors[actor.index] = actor.copy(shelf.blank);
    next.chronicle = chronicle;
    next.floating = floating;
    next.clock = clock;
    next.crashes = crashes;
    next.cancels = cancels;
    next.losses = losses;
    return next;
  }

  void happened(Event event) {
    events.add(event);
  }

  /** Equal for two worlds that differ in nothing. */
  Key key(Ids ids) {
    int[] key = new int[10 + shelf.tapes.length + actors.length];
    int at = 0;
    key[at++] = shelf.standing;
    key[at++] = shelf.lockHolder;
    key[at++] = ids.of(shelf.tombstone);
    key[at++] = ids.of(chronicle);
    key[at++] = ids.of(floating);
    key[at++] = (int) clock;
    key[at++] = crashes;
    key[at++] = cancels;
    key[at++] = losses;
    key[at++] = shelf.tapes.length;
    for (int journal = 0; journal < shelf.tapes.length; journal++) {
      key[at++] = reachable(journal) ? shelf.tape(journal).id() : 0;
    }
    for (Actor actor : actors) {
      key[at++] = actor.key(ids);
    }
    return new Key(key);
  }

  private boolean reachable(int journal) {
    return recallable(journal)
        || journal == shelf.standing
        || floating.filter(record -> record.journal() == journal).isPresent()
        || Arrays.stream(actors).anyMatch(actor -> actor.held == journal);
  }

  /** Whether somebody may be told of it late: it is in the history. */
  private boolean recallable(int journal) {
    for (int moved : shelf.history) {
      if (moved == journal) {
        for (Generation past : shelf.tape(journal).fold().generations()) {
          for (Actor actor : actors) {
            boolean again = scenario.inRun() && crashes > 0;
            if (again || actor.missed(past, scenario.inRun())) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** A key that is compared by what is in it. */
  static final class Key {
    private final int[] numbers;
    private final int hash;

    Key(int[] numbers) {
      this.numbers = numbers;
      this.hash = Arrays.hashCode(numbers) * 0x9E3779B1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(numbers, key.numbers);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
