package io.agentsync.zookeeper;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.BadVersionException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.Op;

/**
 * Takes journals away in one step, remembers their order, and deletes them later. A removed journal
 * stays where it is: what changes is what says that it stands.
 */
final class Removals {

  /** How much of the past of one name is kept in the memory of the ensemble. */
  private static final long MOST_BYTES_PER_JOURNAL = 16L * 1024 * 1024;

  private final Ensemble ensemble;
  private final Tree tree;
  private final Layout layout;
  private final Standing standing;

  Removals(Ensemble ensemble, Layout layout, Standing standing) {
    this.ensemble = ensemble;
    this.tree = new Tree(ensemble);
    this.layout = layout;
    this.standing = standing;
  }

  void remove(Journal journal, byte[] tombstone) {
    if (journal instanceof ZooKeeperJournal mine) {
      while (mine.stands() && !removed(mine, tombstone)) {
        // Something that it needs was not there, or was there already: again.
      }
      trim(mine.name());
    }
  }

  /** The mark is at its first version only as long as the journal stands. */
  private boolean removed(ZooKeeperJournal journal, byte[] tombstone) {
    JournalName name = journal.name();
    String left = layout.tombstone(name);
    Op leaving =
        tree.read(left).isPresent()
            ? Op.setData(left, tombstone, -1)
            : tree.making(left, tombstone, CreateMode.PERSISTENT);
    byte[] removed = new Removed(Standing.token(journal), journal.bytes()).data();
    try {
      tree.change(
          Op.setData(journal.path(), Mark.REMOVED.data(), 0),
          leaving,
          tree.making(layout.history(name) + "/", removed, CreateMode.PERSISTENT_SEQUENTIAL),
          Op.delete(layout.standing(name), -1));
      return true;
    } catch (BadVersionException | NodeExistsException e) {
      return false;
    } catch (NoNodeException e) {
      tree.ensure(layout.tombstones(name.space()));
      tree.ensure(layout.history(name));
      return false;
    } catch (KeeperException e) {
      throw ensemble.failure(journal.path(), e);
    }
  }

  /** A journal that is being deleted is not shown; one that is shown is whole. */
  void history(JournalName name, Consumer<Journal> reader) {
    for (Removed past : inOrder(name).values()) {
      ZooKeeperJournal journal = standing.removed(name, past.token());
      ReadJournal.of(journal, mark(journal.path())).ifPresent(reader);
    }
  }

  List<JournalName> removed(Space space) {
    String histories = layout.histories(space);
    List<String> names = tree.children(histories);
    Map<String, List<String>> found =
        tree.childrenOf(names.stream().map(name -> histories + "/" + name).toList());
    return found.entrySet().stream()
        .filter(history -> !history.getValue().isEmpty())
        .flatMap(
            history -> Layout.decode(history.getKey().substring(histories.length() + 1)).stream())
        .map(space::journal)
        .sorted()
        .toList();
  }

  /** Deletes what was removed longer ago, by the clock of the ensemble. */
  List<String> prune(Duration age) {
    List<String> pruned = new ArrayList<>();
    List<Space> spaces = spacesWithHistory();
    if (spaces.isEmpty()) {
      return pruned;
    }
    long limit = now() - age.toMillis();
    for (Space space : spaces) {
      for (JournalName name : removed(space)) {
        for (Map.Entry<String, Removed> each : inOrder(name).entrySet()) {
          if (each.getValue().at() <= limit) {
            delete(name, each.getKey(), each.getValue().token());
            pruned.add(each.getKey().substring(layout.root().length() + 1));
          }
        }
        tidy(name);
      }
    }
    return pruned;
  }

  private void trim(JournalName name) {
    Deque<Map.Entry<String, Removed>> all = new ArrayDeque<>(inOrder(name).entrySet());
    long bytes = all.stream().mapToLong(each -> each.getValue().bytes()).sum();
    while (bytes > MOST_BYTES_PER_JOURNAL && all.size() > 1) {
      Map.Entry<String, Removed> oldest = all.removeFirst();
      bytes -= oldest.getValue().bytes();
      delete(name, oldest.getKey(), oldest.getValue().token());
    }
  }

  /** What says that it was removed goes last, so that whoever comes later finishes this. */
  private void delete(JournalName name, String history, String token) {
    String journal = layout.journals(name) + "/" + token;
    try {
      ensemble.call(Request.set(journal, Mark.PRUNED.data()));
      tree.deleteAll(journal);
    } catch (NoNodeException e) {
      // Somebody else has done it.
    } catch (KeeperException e) {
      throw ensemble.failure(journal, e);
    }
    tree.delete(history);
  }

  private void tidy(JournalName name) {
    tree.delete(layout.history(name));
    tree.delete(layout.journals(name));
  }

  /** The removals of one name by the nodes that say so, the oldest first. */
  private Map<String, Removed> inOrder(JournalName name) {
    String history = layout.history(name);
    List<String> paths =
        tree.children(history).stream().sorted().map(number -> history + "/" + number).toList();
    Map<String, Removed> found = new TreeMap<>();
    tree.readAll(paths).forEach((path, node) -> found.put(path, Removed.of(node)));
    return found;
  }

  private Supplier<Mark> mark(String path) {
    return () -> tree.read(path).map(node -> Mark.of(node.data())).orElse(Mark.PRUNED);
  }

  private List<Space> spacesWithHistory() {
    Stream<Optional<String>> runs =
        Stream.concat(
            Stream.of(Optional.<String>empty()),
            tree.children(layout.runs()).stream().map(Layout::decode).filter(Optional::isPresent));
    return runs.flatMap(
            run -> tree.children(layout.histories(run)).stream().map(kind -> new Space(kind, run)))
        .toList();
  }

  /** What the ensemble takes the time to be. */
  private long now() {
    try {
      return ensemble.call(Request.set(layout.locks(), new byte[0])).getMtime();
    } catch (KeeperException e) {
      throw ensemble.failure(layout.locks(), e);
    }
  }
}
