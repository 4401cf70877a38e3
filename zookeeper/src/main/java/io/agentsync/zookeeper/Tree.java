package io.agentsync.zookeeper;

import io.agentsync.zookeeper.Request.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.KeeperException.NotEmptyException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.OpResult.GetChildrenResult;
import org.apache.zookeeper.OpResult.GetDataResult;

/** What can be done to nodes of the ensemble and may be done twice. */
record Tree(Ensemble ensemble) {

  private static final int MOST_AT_ONCE = 200;

  /** What a node holds now; empty if there is none. */
  Optional<Node> read(String path) {
    try {
      return Optional.of(ensemble.fresh(Request.data(path)));
    } catch (NoNodeException e) {
      return Optional.empty();
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  /** The names of the nodes below one; empty if there is none. */
  List<String> children(String path) {
    try {
      return ensemble.fresh(Request.children(path));
    } catch (NoNodeException e) {
      return List.of();
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  /** The names of the nodes below each of several; those that are not there are left out. */
  Map<String, List<String>> childrenOf(Collection<String> paths) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    look(
        paths,
        Op::getChildren,
        (path, result) -> {
          if (result instanceof GetChildrenResult children) {
            found.put(path, children.getChildren());
          }
        });
    return found;
  }

  /** What each of several nodes holds; those that are not there are left out. */
  Map<String, Node> readAll(Collection<String> paths) {
    Map<String, Node> found = new LinkedHashMap<>();
    look(
        paths,
        Op::getData,
        (path, result) -> {
          if (result instanceof GetDataResult data) {
            found.put(path, new Node(data.getData(), data.getStat()));
          }
        });
    return found;
  }

  private void look(
      Collection<String> paths, Function<String, Op> look, BiConsumer<String, OpResult> taker) {
    List<String> all = List.copyOf(paths);
    for (int from = 0; from < all.size(); from += RecordNodes.MOST_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + RecordNodes.MOST_AT_ONCE));
      try {
        List<OpResult> results = ensemble.fresh(Request.looks(some.stream().map(look).toList()));
        for (int i = 0; i < some.size(); i++) {
          taker.accept(some.get(i), results.get(i));
        }
      } catch (KeeperException e) {
        throw ensemble.failure(some.get(0), e);
      }
    }
  }

  /** Makes a node and all above it, as far as they are missing. */
  void ensure(String path) {
    try {
      create(path, new byte[0], CreateMode.PERSISTENT);
    } catch (NodeExistsException e) {
      // That is what was wanted.
    } catch (NoNodeException e) {
      ensure(path.substring(0, path.lastIndexOf('/')));
      ensure(path);
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  /** Makes a node, unless it is there. */
  void create(String path, byte[] data, CreateMode mode) throws KeeperException {
    ensemble.call(Request.create(path, data, ensemble.acl(path), mode));
  }

  /** Does several changes at once. */
  List<OpResult> change(Op... ops) throws KeeperException {
    return ensemble.call(Request.change(List.of(ops)));
  }

  Op making(String path, byte[] data, CreateMode mode) {
    return Op.create(path, data, ensemble.acl(path), mode);
  }

  /** Deletes a node, if it is there and nothing is below it; returns whether it is gone. */
  boolean delete(String path) {
    try {
      ensemble.call(Request.delete(path));
      return true;
    } catch (NoNodeException e) {
      return true;
    } catch (NotEmptyException e) {
      return false;
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  /** Deletes a node with all below it, also what comes there meanwhile. */
  void deleteAll(String path) {
    while (!delete(path)) {
      deleteBelow(path);
    }
  }

  /** Deletes all below a node. */
  void deleteBelow(String path) {
    List<String> leaves = new ArrayList<>();
    for (String name : children(path)) {
      leaves.add(path + "/" + name);
    }
    for (int from = 0; from < leaves.size(); from += MOST_AT_ONCE) {
      List<String> some = leaves.subList(from, Math.min(leaves.size(), from + MOST_AT_ONCE));
      try {
        ensemble.call(Request.change(some.stream().map(leaf -> Op.delete(leaf, -1)).toList()));
      } catch (NoNodeException | NotEmptyException e) {
        some.forEach(this::deleteAll);
      } catch (KeeperException e) {
        throw ensemble.failure(path, e);
      }
    }
  }
}
