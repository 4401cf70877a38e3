package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import org.apache.zookeeper.KeeperException;

/** Says in words what the ensemble refused. */
record Failures(Location location, ClientSettings settings) {

  /** An error about one node. */
  StoreException of(String path, KeeperException cause) {
    return new StoreException(location.connectString() + path, reason(cause), cause);
  }

  /** The ensemble does not let this client in. */
  StoreException refused() {
    return new StoreException(
        location.toString(),
        "the ensemble refused our credentials; asked: %s. They are in %s"
            .formatted(String.join(", ", location.hosts()), settings.source()),
        null);
  }

  String reason(KeeperException cause) {
    return switch (cause.code()) {
      case NOAUTH ->
          settings.digest().isPresent()
              ? "the ensemble refused our credentials here: it was made with others than the name and password in "
                  + settings.source()
              : "may be used only with the name and password that it was made with: put them into "
                  + settings.source();
      case AUTHFAILED, SESSIONCLOSEDREQUIRESASLAUTH ->
          "the ensemble refused our credentials; they are in " + settings.source();
      case NOTREADONLY ->
          "the server is read-only just now, as it has lost the majority of its ensemble";
      case QUOTAEXCEEDED -> "the ensemble's quota for this path is used up";
      case UNIMPLEMENTED ->
          "the server does not know this request; it has to be ZooKeeper 3.6 or later";
      default -> "the ensemble says " + cause.code();
    };
  }
}
