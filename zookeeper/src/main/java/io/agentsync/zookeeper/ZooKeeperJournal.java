package io.agentsync.zookeeper;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.model.StoreException;
import io.agentsync.zookeeper.RecordNodes.Made;
import io.agentsync.zookeeper.Request.Node;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.OpResult.GetDataResult;

/**
 * One journal. Its records are in nodes that the ensemble numbers, so the next ones are asked for
 * by their numbers, and nothing has to be listed. The node that says that it stands was made in the
 * same step as the journal itself, and by when that was they are known to belong together.
 */
final class ZooKeeperJournal implements Journal {

  /** With more, the list of them would be too long for other clients of the ensemble. */
  private static final int MOST_NODES = 60_000;

  private final Ensemble ensemble;
  private final JournalName name;
  private final String standing;
  private final String path;
  private final long identity;
  private final Runnable beforeRecords;
  private int next;
  private long position;
  private long bytes;

  /** In which session of the ensemble this client has just appended; 0: in none. */
  private long appendedIn;

  /**
   * A journal, to be read from its beginning.
   *
   * @param standing the node that says that it stands, while it does
   * @param identity in which step of the ensemble it was created
   * @param beforeRecords called before anything is appended
   */
  ZooKeeperJournal(
      Ensemble ensemble,
      JournalName name,
      String standing,
      String path,
      long identity,
      Runnable beforeRecords) {
    this.ensemble = ensemble;
    this.name = name;
    this.standing = standing;
    this.path = path;
    this.identity = identity;
    this.beforeRecords = beforeRecords;
  }

  /** The path of its node. */
  String path() {
    return path;
  }

  /** How many bytes of records have been read. */
  long bytes() {
    return bytes;
  }

  @Override
  public JournalName name() {
    return name;
  }

  @Override
  public String place() {
    return ensemble.location().connectString() + path;
  }

  @Override
  public List<Entry> read() {
    try {
      Request<Node> look = Request.data(path);
      boolean seesItself = appendedIn != 0 && appendedIn == ensemble.session();
      Node journal = seesItself ? ensemble.call(look) : ensemble.fresh(look);
      appendedIn = 0;
      int end = journal.stat().getCversion();
      List<Entry> entries = new ArrayList<>();
      while (next < end && entries.isEmpty()) {
        int upTo = Math.min(end, next + RecordNodes.MOST_AT_ONCE);
        entries.addAll(range(upTo));
        next = upTo;
      }
      return entries;
    } catch (NoNodeException e) {
      return List.of();
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  @Override
  public boolean append(List<byte[]> records) {
    List<Made> nodes = RecordNodes.of(place(), records);
    if (next + nodes.size() > MOST_NODES) {
      throw new StoreException(
          place(),
          "is full: more than %d nodes of one generation would be too many for the ensemble; abort it, and use another sync point"
              .formatted(MOST_NODES),
          null);
    }
    long session = ensemble.session();
    boolean stood =
        new Appending(ensemble, path, standing, beforeRecords).append(nodes, next) == identity;
    appendedIn = nodes.isEmpty() ? 0 : session;
    return stood;
  }

  @Override
  public boolean stands() {
    try {
      return ensemble.fresh(Request.exists(standing)).getCzxid() == identity;
    } catch (NoNodeException e) {
      return false;
    } catch (KeeperException e) {
      throw ensemble.failure(standing, e);
    }
  }

  @Override
  public void sync() {
    // Whatever is seen of an ensemble is on the disks of its majority.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private List<Entry> range(int upTo) throws KeeperException {
    List<Op> looks = new ArrayList<>();
    for (int number = next; number < upTo; number++) {
      looks.add(Op.getData(node(path, number)));
    }
    List<Entry> entries = new ArrayList<>();
    boolean gap = false;
    for (OpResult result : ensemble.call(Request.looks(looks))) {
      if (result instanceof GetDataResult node) {
        for (byte[] record : RecordNodes.records(node.getData())) {
          entries.add(new Entry(record, position++));
          bytes += record.length;
        }
      } else {
        gap = true;
      }
    }
    return gap && pruned() ? List.of() : entries;
  }

  /** Asked after its records have been read: if it is, some of them may have been gone by then. */
  private boolean pruned() throws KeeperException {
    try {
      return Mark.of(ensemble.call(Request.data(path)).data()) == Mark.PRUNED;
    } catch (NoNodeException e) {
      return true;
    }
  }

  /** The node with records of that number. */
  static String node(String journal, int number) {
    return "%s/%s%010d".formatted(journal, Layout.RECORDS, number);
  }
}
