/**
 * The engine for agents on several machines: a store is a part of the tree of an Apache ZooKeeper
 * ensemble. Apache Curator keeps the connection; what an ensemble does not give by itself is done
 * here.
 */
@NullMarked
package io.agentsync.zookeeper;

import org.jspecify.annotations.NullMarked;
