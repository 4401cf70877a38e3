package io.agentsync.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several threads that set out at the same moment. */
final class Crowd {

  private static final long PATIENCE_SECONDS = 60;

  private Crowd() {}

  /** What each member of a crowd came back with; fails with the first failure among them. */
  static <T> List<T> of(int size, IntFunction<Callable<T>> member) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      CountDownLatch ready = new CountDownLatch(size);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        Callable<T> work = member.apply(i);
        futures.add(threads.submit(() -> together(ready, work)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(get(future));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T together(CountDownLatch ready, Callable<T> work) throws Exception {
    ready.countDown();
    ready.await();
    return work.call();
  }

  private static <T> T get(Future<T> future) throws InterruptedException, TimeoutException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread of the crowd failed", e.getCause());
    }
  }
}
