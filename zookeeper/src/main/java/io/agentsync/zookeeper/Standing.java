package io.agentsync.zookeeper;

import io.agentsync.journal.JournalName;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.zookeeper.Request.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;

/** Finds the journal that stands under a name, and makes it. */
final class Standing {

  private static final int MOST_ABSENT = 1000;

  private final Ensemble ensemble;
  private final Tree tree;
  private final Layout layout;
  private final Runnable beforeRecords;

  /** In which session of the ensemble it was found that nothing stands, by name. */
  private final Map<JournalName, Long> absentIn = new ConcurrentHashMap<>();

  /**
   * Finds and makes journals.
   *
   * @param beforeRecords called before anything is appended to one of them
   */
  Standing(Ensemble ensemble, Layout layout, Runnable beforeRecords) {
    this.beforeRecords = beforeRecords;
    this.ensemble = ensemble;
    this.tree = new Tree(ensemble);
    this.layout = layout;
  }

  Optional<ZooKeeperJournal> open(JournalName name) {
    long in = ensemble.session();
    Optional<ZooKeeperJournal> found = find(name);
    if (found.isEmpty()) {
      if (absentIn.size() >= MOST_ABSENT) {
        absentIn.clear();
      }
      absentIn.put(name, in);
    }
    return found;
  }

  /**
   * The one that stands; made if there is none. The store is there.
   *
   * @throws StoreUnreachableException if nothing stands, and this client has expired since it found
   *     that out: what it has read besides, such as a tombstone, may have been cleared because
   *     nobody alive needed it any more
   */
  ZooKeeperJournal create(JournalName name) {
    beforeRecords.run();
    Long looked = absentIn.remove(name);
    while (true) {
      Optional<ZooKeeperJournal> standing = find(name);
      if (standing.isPresent()) {
        return standing.get();
      }
      if (looked != null && looked != ensemble.session()) {
        throw new StoreUnreachableException(
            ensemble.location().connectString() + layout.standing(name),
            "is not made by a client that was taken for dead after it had looked; try again",
            null);
      }
      make(name);
    }
  }

  private Optional<ZooKeeperJournal> find(JournalName name) {
    return tree.read(layout.standing(name))
        .map(node -> journal(name, token(node), node.stat().getCzxid()));
  }

  /** A journal, removed or not, by its token; with an identity that none has that stands. */
  ZooKeeperJournal removed(JournalName name, String token) {
    return journal(name, token, 0);
  }

  /** The token in the node of a journal that stands. */
  private static String token(Node node) {
    return new String(node.data(), StandardCharsets.UTF_8).strip();
  }

  /** The token of a journal. */
  static String token(ZooKeeperJournal journal) {
    return journal.path().substring(journal.path().lastIndexOf('/') + 1);
  }

  private void make(JournalName name) {
    String token = RecordNodes.token();
    String standing = layout.standing(name);
    try {
      tree.change(
          tree.making(layout.journals(name) + "/" + token, Mark.NONE.data(), CreateMode.PERSISTENT),
          tree.making(standing, token.getBytes(StandardCharsets.UTF_8), CreateMode.PERSISTENT));
    } catch (NodeExistsException e) {
      // Somebody else was first, or this one, and the answer was lost.
    } catch (NoNodeException e) {
      tree.ensure(layout.journals(name));
      tree.ensure(layout.standing(name.space()));
    } catch (KeeperException e) {
      throw ensemble.failure(standing, e);
    }
  }

  private ZooKeeperJournal journal(JournalName name, String token, long identity) {
    String path = layout.journals(name) + "/" + token;
    return new ZooKeeperJournal(
        ensemble, name, layout.standing(name), path, identity, beforeRecords);
  }
}
