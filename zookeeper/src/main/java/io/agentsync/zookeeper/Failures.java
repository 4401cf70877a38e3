package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import org.apache.zookeeper.KeeperException;

/** Says in words what the ensemble refused. */
final class Failures {

  private Failures() {}

  /** An error about one node. */
  static StoreException of(Location location, String path, KeeperException cause) {
    return new StoreException(location.connectString() + path, reason(cause), cause);
  }

  static String reason(KeeperException cause) {
    return switch (cause.code()) {
      case NOAUTH ->
          "may not be used by this client: name the file with its name and password in "
              + ClientSettings.VARIABLE;
      case AUTHFAILED ->
          "the ensemble does not know the name and password of this client; see the file that "
              + ClientSettings.VARIABLE
              + " names";
      case NOTREADONLY ->
          "the server is read-only just now, as it has lost the majority of its ensemble";
      case QUOTAEXCEEDED -> "the ensemble's quota for this path is used up";
      case UNIMPLEMENTED ->
          "the server does not know this request; it has to be ZooKeeper 3.6 or later";
      default -> "the ensemble says " + cause.code();
    };
  }
}
