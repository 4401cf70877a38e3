package io.agentsync.zookeeper;

import io.agentsync.journal.Checkup;
import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Check;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A part of an ensemble's tree as a store: brings its parts together. */
final class ZooKeeperStore implements JournalStore, Checkup {

  private final Location location;
  private final ClientSettings client;
  private final Layout layout;
  private final Ensemble ensemble;
  private final Tree tree;
  private final Settings settings;
  private final Standing standing;
  private final Removals removals;
  private final Locks locks;
  private final Sessions sessions;

  ZooKeeperStore(Location location, ClientSettings client) {
    this(location, client, new Ensemble(location, client));
  }

  private ZooKeeperStore(Location location, ClientSettings client, Ensemble ensemble) {
    this(location, client, ensemble, new Sessions(ensemble, new Layout(location.root())));
    ensemble.onConnected(this::renewLost);
  }

  private ZooKeeperStore(
      Location location, ClientSettings client, Ensemble ensemble, Sessions sessions) {
    this.location = location;
    this.client = client;
    this.layout = new Layout(location.root());
    this.ensemble = ensemble;
    this.tree = new Tree(ensemble);
    this.settings = new Settings(ensemble, layout);
    this.sessions = sessions;
    this.standing = new Standing(ensemble, layout, this::renewLost);
    this.removals = new Removals(ensemble, layout, standing);
    this.locks = new Locks(ensemble, layout);
    ensemble.onConnected(locks::sweep);
  }

  /**
   * Asked of the ensemble first, so that whoever is in a hurry waits for a connection no longer.
   */
  private void renewLost() {
    sessions.renewLost(ensemble.session());
  }

  @Override
  public String location() {
    return location.toString();
  }

  @Override
  public boolean exists() {
    return settings.exist();
  }

  @Override
  public boolean locationExists() {
    return tree.read(layout.root()).isPresent();
  }

  /** An ensemble has every record on the disks of its majority before it says so. */
  @Override
  public Durability durability() {
    return Durability.POWER;
  }

  @Override
  public Optional<Journal> open(JournalName name) {
    return standing.open(name).map(Journal.class::cast);
  }

  @Override
  public Journal create(JournalName name) {
    settings.create();
    return standing.create(name);
  }

  @Override
  public Optional<byte[]> tombstone(JournalName name) {
    return tree.read(layout.tombstone(name)).map(Request.Node::data);
  }

  @Override
  public List<JournalName> list(Space space) {
    return named(space, layout.standing(space));
  }

  @Override
  public List<Space> spaces(String kind) {
    List<Space> all = new ArrayList<>(List.of(Space.of(kind)));
    for (String run : tree.children(layout.runs())) {
      Layout.decode(run).ifPresent(id -> all.add(new Space(kind, Optional.of(id))));
    }
    Map<String, List<String>> found =
        tree.childrenOf(all.stream().flatMap(this::whereThingsAre).toList());
    return all.stream()
        .filter(
            space ->
                whereThingsAre(space)
                    .anyMatch(path -> !found.getOrDefault(path, List.of()).isEmpty()))
        .sorted()
        .toList();
  }

  @Override
  public void history(JournalName name, Consumer<Journal> reader) {
    removals.history(name, reader);
  }

  @Override
  public List<JournalName> removed(Space space) {
    return removals.removed(space);
  }

  @Override
  public void remove(Journal journal, byte[] tombstone) {
    removals.remove(journal, tombstone);
  }

  @Override
  public List<JournalName> tombstones(Space space) {
    return named(space, layout.tombstones(space));
  }

  @Override
  public void forgetTombstone(JournalName name) {
    tree.delete(layout.tombstone(name));
  }

  @Override
  public Exclusive exclusive(String purpose, Duration patience) {
    settings.create();
    return locks.take(purpose, patience);
  }

  @Override
  public Session openSession(Moment began) {
    settings.create();
    return sessions.open(began);
  }

  @Override
  public List<SessionTrace> sessions() {
    return sessions.traces();
  }

  @Override
  public Life probe(String session) {
    return sessions.probe(session);
  }

  @Override
  public List<byte[]> notes(String session) {
    return sessions.notes(session);
  }

  @Override
  public void forgetSession(String session) {
    sessions.forget(session);
  }

  @Override
  public Doorbell doorbell(Session session) {
    return new WatchedBell(ensemble, layout, session);
  }

  @Override
  public List<String> prune(Duration age) {
    return settings.exist() ? removals.prune(age) : List.of();
  }

  @Override
  public JournalStore hurried() {
    return new ZooKeeperStore(location, client, ensemble.hurried(), sessions);
  }

  @Override
  public List<Check> checkUp() {
    return new EnsembleCheckup(ensemble, client, layout).run();
  }

  @Override
  public void close() {
    ensemble.close();
  }

  private List<JournalName> named(Space space, String path) {
    return tree.children(path).stream()
        .flatMap(name -> Layout.decode(name).stream())
        .map(space::journal)
        .sorted()
        .toList();
  }

  private Stream<String> whereThingsAre(Space space) {
    return Stream.of(layout.standing(space), layout.histories(space), layout.tombstones(space));
  }
}
