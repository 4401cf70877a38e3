package io.agentsync.benchmark.peer;

import java.util.ArrayList;
import java.util.List;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.barriers.DistributedDoubleBarrier;

/**
 * Curator's double barrier without a trap of it: who counts late, when others have begun to leave,
 * sees too few of them and waits for a signal that it has had. That the barrier is ready shows that
 * all had come.
 */
final class DoubleBarrier extends DistributedDoubleBarrier {

  private static final String READY = "ready";

  private final int members;

  DoubleBarrier(CuratorFramework client, String path, int members) {
    super(client, path, members);
    this.members = members;
  }

  @Override
  protected List<String> getChildrenForEntering() throws Exception {
    List<String> children = super.getChildrenForEntering();
    if (!children.contains(READY)) {
      return children;
    }
    List<String> all = new ArrayList<>(children);
    while (all.size() < members) {
      all.add(READY);
    }
    return all;
  }
}
