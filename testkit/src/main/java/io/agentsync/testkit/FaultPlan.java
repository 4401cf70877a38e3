package io.agentsync.testkit;

import io.agentsync.model.StoreException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Which calls shall fail: counted by verb, from 1, for any number of threads. */
final class FaultPlan {

  private record Fault(Verb verb, int call) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Verb, Integer> calls = new EnumMap<>(Verb.class);
  private final Set<Fault> before = new HashSet<>();
  private final Set<Fault> after = new HashSet<>();

  void failBefore(Verb verb, int call) {
    plan(before, verb, call);
  }

  void failAfter(Verb verb, int call) {
    plan(after, verb, call);
  }

  int calls(Verb verb) {
    lock.lock();
    try {
      return calls.getOrDefault(verb, 0);
    } finally {
      lock.unlock();
    }
  }

  <T> T call(Verb verb, String place, Supplier<T> work) {
    Fault fault = count(verb);
    if (planned(before, fault)) {
      throw failure(place, fault, "before it had any effect");
    }
    T result = work.get();
    if (planned(after, fault)) {
      throw failure(place, fault, "after it had its effect");
    }
    return result;
  }

  private Fault count(Verb verb) {
    lock.lock();
    try {
      return new Fault(verb, calls.merge(verb, 1, Integer::sum));
    } finally {
      lock.unlock();
    }
  }

  private void plan(Set<Fault> faults, Verb verb, int call) {
    lock.lock();
    try {
      faults.add(new Fault(verb, call));
    } finally {
      lock.unlock();
    }
  }

  private boolean planned(Set<Fault> faults, Fault fault) {
    lock.lock();
    try {
      return faults.contains(fault);
    } finally {
      lock.unlock();
    }
  }

  private static StoreException failure(String place, Fault fault, String when) {
    return new StoreException(
        place, "call %d of %s fails on purpose, %s".formatted(fault.call, fault.verb, when), null);
  }
}
