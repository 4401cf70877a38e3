package io.agentsync.zookeeper;

import io.agentsync.zookeeper.Request.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.OpResult.ErrorResult;
import org.apache.zookeeper.OpResult.GetDataResult;

/**
 * What one request tells of a journal.
 *
 * @param standing which journal stands, by when it was created; -1 for none
 * @param end the number that the next node will have; 0 if the journal is gone
 * @param nodes those that were asked for, by their numbers; empty where there is none
 */
record Look(long standing, int end, List<Optional<Node>> nodes) {

  /** Nothing stands, and the journal is gone. */
  static final Look NOTHING = new Look(-1, 0, List.of());

  /**
   * Looks.
   *
   * @param standing the node that says which journal stands
   * @param journal the path of the journal
   * @param from the number of the first node to ask for
   * @param upTo the number behind the last, which may be behind the end
   */
  static Request<Look> at(String standing, String journal, int from, int upTo) {
    List<Op> ops = new ArrayList<>(upTo - from + 2);
    ops.add(Op.getData(standing));
    // Before its records, so that all below the number that it gives were there by then.
    ops.add(Op.getData(journal));
    ops.addAll(reads(journal, from, upTo));
    return Request.looks(ops).as(Look::of);
  }

  /** Asks for nodes by their numbers. */
  static Request<List<Optional<Node>>> nodes(String journal, int from, int upTo) {
    return Request.looks(reads(journal, from, upTo)).as(Look::all);
  }

  private static List<Op> reads(String journal, int from, int upTo) {
    List<Op> ops = new ArrayList<>(upTo - from);
    for (int number = from; number < upTo; number++) {
      ops.add(Op.getData(journal + "/" + Layout.record(number)));
    }
    return ops;
  }

  private static Look of(List<OpResult> results) throws KeeperException {
    List<Optional<Node>> all = all(results);
    return new Look(
        all.get(0).map(node -> node.stat().getCzxid()).orElse(-1L),
        all.get(1).map(node -> node.stat().getCversion()).orElse(0),
        all.subList(2, all.size()));
  }

  private static List<Optional<Node>> all(List<OpResult> results) throws KeeperException {
    List<Optional<Node>> all = new ArrayList<>(results.size());
    for (OpResult result : results) {
      all.add(node(result));
    }
    return all;
  }

  private static Optional<Node> node(OpResult result) throws KeeperException {
    if (result instanceof GetDataResult found) {
      return Optional.of(new Node(found.getData(), found.getStat()));
    }
    KeeperException.Code said = KeeperException.Code.get(((ErrorResult) result).getErr());
    if (said == KeeperException.Code.NONODE) {
      return Optional.empty();
    }
    throw KeeperException.create(said);
  }
}
