package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the peers' servers are started. */
final class Servers {

  private final Java java;
  private final Workspace workspace;

  Servers(Java java, Workspace workspace) {
    this.java = java;
    this.workspace = workspace;
  }

  /** Redis that keeps nothing but in memory. */
  Server redis() throws IOException, InterruptedException {
    int port = Server.freePort();
    Path directory = Files.createTempDirectory(workspace.memory(), "redis-");
    return new Server(
        List.of(
            "redis-server",
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            directory.toString()),
        port,
        directory.resolve("log"));
  }

  /** ZooKeeper that writes to memory and does not sync. */
  Server zooKeeper() throws IOException, InterruptedException {
    return zooKeeper(workspace.memory(), "no");
  }

  /** ZooKeeper as it is shipped: it syncs its log on the disk. */
  Server zooKeeperWithForcedSync() throws IOException, InterruptedException {
    return zooKeeper(workspace.disk(), "yes");
  }

  private Server zooKeeper(Path root, String forceSync) throws IOException, InterruptedException {
    int port = Server.freePort();
    Path directory = Files.createTempDirectory(root, "zookeeper-");
    Path config = directory.resolve("zoo.cfg");
    Files.writeString(
        config,
        String.join(
            "\n",
            "tickTime=2000",
            "dataDir=" + directory.resolve("data"),
            "clientPort=" + port,
            "clientPortAddress=127.0.0.1",
            "maxClientCnxns=0",
            "4lw.commands.whitelist=srvr,mntr",
            "admin.enableServer=false"));
    return new Server(
        java.command(
            "org.apache.zookeeper.server.ZooKeeperServerMain",
            List.of("-Dzookeeper.forceSync=" + forceSync),
            List.of(config.toString())),
        port,
        directory.resolve("log"));
  }
}
