package io.agentsync.zookeeper;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ClientX509Util;
import org.apache.zookeeper.common.X509Exception.SSLContextException;

/**
 * Connections with TLS, by the settings that the client has, too.
 *
 * @param factory makes them
 * @param named whether a server's certificate has to name the host it is called by
 */
record TlsSockets(SSLSocketFactory factory, boolean named) implements ServerProbe.Sockets {

  static TlsSockets of(ZKClientConfig config) throws TlsException {
    try (ClientX509Util tls = new ClientX509Util()) {
      return new TlsSockets(
          tls.createSSLContext(config).getSocketFactory(),
          tls.isServerHostnameVerificationEnabled(config));
    } catch (SSLContextException e) {
      throw new TlsException(e);
    }
  }

  @Override
  public Socket over(Socket connected, String host, int port) throws IOException {
    SSLSocket socket = (SSLSocket) factory.createSocket(connected, host, port, true);
    if (named) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
  }
}
