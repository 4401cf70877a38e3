package io.agentsync.zookeeper;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.model.StoreException;
import io.agentsync.zookeeper.RecordNodes.Made;
import io.agentsync.zookeeper.Request.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One journal. Its records are in nodes that the ensemble numbers, so the next ones are asked for
 * by their numbers, and nothing has to be listed. The node that says that it stands was made in the
 * same step as the journal itself, and by when that was they are known to belong together.
 */
final class ZooKeeperJournal implements Journal {

  private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperJournal.class);

  /** With more, the list of them would be too long for other clients of the ensemble. */
  private static final int MOST_NODES = 60_000;

  /** How many nodes are asked for at most before it is known that they are there. */
  private static final int MOST_GUESSED = 64;

  /** How slowly fewer nodes are asked for when fewer come. */
  private static final double FORGETTING = 15.0 / 16;

  /** What one call reads at most, but for the last nodes; in bytes. */
  private static final long ENOUGH = 8L * 1024 * 1024;

  private final Ensemble ensemble;
  private final JournalName name;
  private final String standing;
  private final String path;
  private final long identity;
  private final Runnable beforeRecords;
  private int next;
  private double guess = 4;
  private boolean drained;
  private boolean stood = true;
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
      Request<Look> look = look((int) guess);
      boolean seesItself = appendedIn != 0 && appendedIn == ensemble.session();
      Look seen = seesItself ? ensemble.call(look) : ensemble.fresh(look);
      appendedIn = 0;
      return take(seen);
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  @Override
  public List<Entry> readRung() {
    Request<Look> look = look((int) guess);
    try {
      // The server that told of the ring has what came before it. One that this client has moved to
      // since may not, yet: then the next look finds it, within a second, as after a lost ring.
      Look seen = ensemble.once(look, System.nanoTime());
      appendedIn = 0;
      return take(seen);
    } catch (LostConnectionException e) {
      return read();
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  @Override
  public boolean drained() {
    return drained;
  }

  @Override
  public boolean append(List<byte[]> records) {
    return appendAndLook(records, 0).standing() == identity;
  }

  @Override
  public Appended appendAndRead(List<byte[]> records) {
    Look seen = appendAndLook(records, (int) guess);
    appendedIn = 0;
    try {
      List<Entry> entries = take(seen);
      return new Appended(stood, entries);
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  @Override
  public void appendInPassing(List<byte[]> records) {
    beforeRecords.run();
    for (Made node : nodes(records)) {
      ensemble.tell(
          Appending.creation(ensemble, path, node),
          (made, failure) -> {
            if (failure != null) {
              LOG.info("could not append in passing to {}: {}", place(), failure.toString());
            }
          });
    }
  }

  @Override
  public boolean stoodWhenRead() {
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

  private Look appendAndLook(List<byte[]> records, int ahead) {
    List<Made> nodes = nodes(records);
    long session = ensemble.session();
    Look seen = new Appending(ensemble, path, beforeRecords, look(ahead)).append(nodes, next);
    appendedIn = nodes.isEmpty() ? 0 : session;
    return seen;
  }

  private List<Made> nodes(List<byte[]> records) {
    List<Made> nodes = RecordNodes.of(place(), records);
    if (next + nodes.size() > MOST_NODES) {
      throw new StoreException(
          place(),
          "is full: more than %d nodes of one generation would be too many for the ensemble; abort it, and use another sync point"
              .formatted(MOST_NODES),
          null);
    }
    return nodes;
  }

  private Request<Look> look(int ahead) {
    return Look.at(standing, path, next, next + ahead);
  }

  /**
   * Takes in what a look has shown up to the end it saw: where that fails halfway, nothing of it.
   */
  private List<Entry> take(Look look) throws KeeperException {
    List<Optional<Node>> nodes = upToItsEnd(look);
    int known = Math.min(nodes.size(), Math.max(0, look.end() - next));
    boolean gap = nodes.subList(0, known).contains(Optional.<Node>empty());
    boolean incomplete = gap && pruned();
    stood = look.standing() == identity;
    int first = next;
    List<Entry> entries = new ArrayList<>();
    for (Optional<Node> node : nodes) {
      if (node.isEmpty() && next >= look.end()) {
        break;
      }
      next++;
      node.ifPresent(found -> add(found, entries));
    }
    drained = next >= look.end();
    int came = next - first;
    // One that is not there costs little, and one too few a trip.
    guess = Math.min(MOST_GUESSED, Math.max(came + 1 + came / 4, guess * FORGETTING));
    return incomplete ? List.of() : entries;
  }

  /** The nodes that it has shown, and those that are still missing, but not too much at once. */
  private List<Optional<Node>> upToItsEnd(Look look) throws KeeperException {
    List<Optional<Node>> nodes = new ArrayList<>(look.nodes());
    long size = size(nodes);
    int from = next + nodes.size();
    while (from < look.end() && size < ENOUGH) {
      int upTo = Math.min(look.end(), from + RecordNodes.MOST_AT_ONCE);
      List<Optional<Node>> more = ensemble.call(Look.nodes(path, from, upTo));
      nodes.addAll(more);
      size += size(more);
      from = upTo;
    }
    return nodes;
  }

  private static long size(List<Optional<Node>> nodes) {
    return nodes.stream().flatMap(Optional::stream).mapToLong(node -> node.data().length).sum();
  }

  private void add(Node node, List<Entry> entries) {
    for (byte[] record : RecordNodes.records(node.data())) {
      entries.add(new Entry(record, position++));
      bytes += record.length;
    }
  }

  /** Asked after its records have been read: if it is, some of them may have been gone by then. */
  private boolean pruned() throws KeeperException {
    try {
      return Mark.of(ensemble.call(Request.data(path)).data()) == Mark.PRUNED;
    } catch (NoNodeException e) {
      return true;
    }
  }
}
