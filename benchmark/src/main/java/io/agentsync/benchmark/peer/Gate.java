package io.agentsync.benchmark.peer;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets threads of this process wait until a count has been reached. */
final class Gate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition higher = lock.newCondition();
  private long reached;

  void open(long count) {
    lock.lock();
    try {
      if (count > reached) {
        reached = count;
        higher.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void await(long count) throws InterruptedException {
    lock.lock();
    try {
      while (reached < count) {
        higher.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
