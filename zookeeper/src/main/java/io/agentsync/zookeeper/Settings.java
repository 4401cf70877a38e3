package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import io.agentsync.zookeeper.Request.Node;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;

/** What was settled when the store was created: its format, in the node that makes it a store. */
final class Settings {

  private static final String FORMAT = "format=1";

  private final Ensemble ensemble;
  private final Layout layout;
  private final Tree tree;
  private volatile boolean seen;

  Settings(Ensemble ensemble, Layout layout) {
    this.ensemble = ensemble;
    this.layout = layout;
    this.tree = new Tree(ensemble);
  }

  /**
   * Whether the store has been created.
   *
   * @throws StoreException if it has a format that is not known here
   */
  boolean exist() {
    Optional<Node> found = tree.read(layout.settings());
    found.ifPresent(this::require);
    return found.isPresent();
  }

  void create() {
    if (seen) {
      return;
    }
    while (!exist()) {
      tree.ensure(layout.sessions());
      tree.ensure(layout.locks());
      make();
    }
    seen = true;
  }

  private void make() {
    try {
      tree.create(
          layout.settings(), FORMAT.getBytes(StandardCharsets.UTF_8), CreateMode.PERSISTENT);
    } catch (NodeExistsException | NoNodeException e) {
      // Somebody else was at it: look again.
    } catch (KeeperException e) {
      throw ensemble.failure(layout.settings(), e);
    }
  }

  private void require(Node settings) {
    String format = new String(settings.data(), StandardCharsets.UTF_8).strip();
    if (!format.equals(FORMAT)) {
      throw new StoreException(
          ensemble.location().connectString() + layout.settings(),
          "names \"%s\"; this version of agent-sync knows %s only. Use the version that made the store, or another namespace"
              .formatted(format.length() > 40 ? format.substring(0, 40) + "…" : format, FORMAT),
          null);
    }
  }
}
