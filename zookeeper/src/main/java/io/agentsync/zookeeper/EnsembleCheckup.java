package io.agentsync.zookeeper;

import io.agentsync.model.Check;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks all that there is to ask about the ensemble of a store. */
record EnsembleCheckup(Ensemble ensemble, ClientSettings settings, Layout layout) {

  private static final Duration LONGEST = Duration.ofSeconds(2);

  List<Check> run() {
    List<Check> found = new ArrayList<>();
    try {
      ServerProbe probe = new ServerProbe(sockets(), limit());
      found.addAll(
          new ServersCheck(ensemble.location().hosts().stream().map(probe::ask).toList()).judge());
    } catch (TlsException e) {
      found.add(
          Check.problem(
              "tls",
              "cannot be set up: " + e.getMessage(),
              "see the key store and trust store in " + settings.source()));
      return found;
    }
    found.addAll(new AccessCheck(ensemble, layout).look());
    return found;
  }

  private ServerProbe.Sockets sockets() throws TlsException {
    return settings.secure()
        ? TlsSockets.of(settings.config())
        : (Socket connected, String host, int port) -> connected;
  }

  private Duration limit() {
    Duration patience = ensemble.location().connectTimeout();
    return patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
  }
}
