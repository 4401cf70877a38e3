package io.agentsync.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.Op;

/**
 * Writes pages of notes to their nodes, several at once.
 *
 * @param path the node above them
 * @param made the pages that have a node; kept up to date
 */
record PageWriter(Ensemble ensemble, String path, Set<Integer> made) {

  /** As many of the longest pages as fit into one request. */
  private static final int MOST_AT_ONCE = 8;

  void write(SortedMap<Integer, byte[]> pages) {
    List<Map.Entry<Integer, byte[]>> left = new ArrayList<>(pages.entrySet());
    for (int from = 0; from < left.size(); from += MOST_AT_ONCE) {
      write(left.subList(from, Math.min(left.size(), from + MOST_AT_ONCE)));
    }
  }

  private void write(List<Map.Entry<Integer, byte[]>> pages) {
    try {
      ensemble.call(
          Request.change(
              pages.stream().map(page -> writing(page, made.contains(page.getKey()))).toList()));
    } catch (NodeExistsException | NoNodeException e) {
      // What was written before an answer was lost, or has been cleared: one by one.
      for (Map.Entry<Integer, byte[]> page : pages) {
        writeOne(page);
      }
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
    pages.forEach(page -> made.add(page.getKey()));
  }

  private void writeOne(Map.Entry<Integer, byte[]> page) {
    for (boolean there : List.of(true, false, true)) {
      try {
        ensemble.call(Request.change(List.of(writing(page, there))));
        return;
      } catch (NodeExistsException | NoNodeException e) {
        // Then the other way.
      } catch (KeeperException e) {
        throw ensemble.failure(path, e);
      }
    }
  }

  private Op writing(Map.Entry<Integer, byte[]> page, boolean there) {
    String node = "%s/%06d".formatted(path, page.getKey());
    return there
        ? Op.setData(node, page.getValue(), -1)
        : Op.create(node, page.getValue(), ensemble.acl(), CreateMode.PERSISTENT);
  }
}
