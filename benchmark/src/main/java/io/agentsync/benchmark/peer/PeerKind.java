package io.agentsync.benchmark.peer;

import io.agentsync.model.Durability;

/** The ways to meet that a JVM can take part in. */
public enum PeerKind {
  AGENT_SYNC_PROCESS {
    @Override
    public Peer open(String address) {
      return AgentSyncPeer.inDirectory(address, Durability.PROCESS);
    }
  },
  AGENT_SYNC_POWER {
    @Override
    public Peer open(String address) {
      return AgentSyncPeer.inDirectory(address, Durability.POWER);
    }
  },
  AGENT_SYNC_ZOOKEEPER {
    @Override
    public Peer open(String address) {
      return AgentSyncPeer.onZooKeeper(Integer.parseInt(address));
    }
  },
  JEDIS_LIST {
    @Override
    public Peer open(String address) {
      return new JedisListPeer(Integer.parseInt(address));
    }
  },
  JEDIS_PUBSUB {
    @Override
    public Peer open(String address) throws InterruptedException {
      return new JedisPubSubPeer(Integer.parseInt(address));
    }
  },
  REDISSON {
    @Override
    public Peer open(String address) {
      return new RedissonPeer(Integer.parseInt(address));
    }
  },
  CURATOR {
    @Override
    public Peer open(String address) throws InterruptedException {
      return new CuratorPeer(Integer.parseInt(address));
    }
  },
  CYCLIC_BARRIER {
    @Override
    public Peer open(String address) {
      return new CyclicBarrierPeer();
    }
  },
  PHASER {
    @Override
    public Peer open(String address) {
      return new PhaserPeer();
    }
  };

  /**
   * Makes this process one that can meet so.
   *
   * @param address where the others are: a directory, the port of a server, or nothing
   */
  public abstract Peer open(String address) throws Exception;
}
