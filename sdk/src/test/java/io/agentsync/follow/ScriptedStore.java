package io.agentsync.follow;

import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A store in memory as one process sees it, where the test says what happens between two of its
 * calls: others act, a call fails before or after its effect, a record is damaged on its way. Calls
 * are named as the methods of {@link JournalStore} and {@link Journal} are.
 *
 * <p>For one thread.
 */
final class ScriptedStore {

  /** What they call in turn is scripted. */
  private static final Set<String> MADE_OF_OTHERS =
      Set.of("appendAndRead", "appendInPassing", "readRung", "stoodWhenRead");

  /** What is answered without asking anybody. */
  private static final Set<String> HELD_HERE = Set.of("location", "place", "name", "close");

  private record Cue(String call, int number, boolean before) {}

  private final JournalStore plain =
      Engines.open("memory://" + UUID.randomUUID(), Durability.PROCESS);
  private final Map<Cue, Runnable> script = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private boolean cutOff;
  private UnaryOperator<List<byte[]>> way = UnaryOperator.identity();

  /** The store as everybody else sees it. */
  JournalStore plain() {
    return plain;
  }

  /** The store as the process sees it that the script is about. */
  JournalStore scripted() {
    return handle(JournalStore.class, plain);
  }

  /** Lets something happen before the next such call. */
  ScriptedStore before(String call, Runnable act) {
    return before(call, 1, act);
  }

  /** Lets something happen before the one after next, and so on; 1 is the next. */
  ScriptedStore before(String call, int next, Runnable act) {
    return add(call, next, true, act);
  }

  /** Lets something happen when the next such call has had its effect, before it returns. */
  ScriptedStore after(String call, Runnable act) {
    return add(call, 1, false, act);
  }

  /** Lets the next such call fail without having done anything. */
  ScriptedStore failBefore(String call) {
    return before(call, () -> fail(call));
  }

  /** Lets the next such call fail although it has done its work. */
  ScriptedStore failAfter(String call) {
    return after(call, () -> fail(call));
  }

  /** Lets all such calls fail from now on. */
  void breakDown(String... which) {
    broken.addAll(List.of(which));
  }

  /** Lets no call get through from now on. */
  void cutOff() {
    cutOff = true;
  }

  /** Lets the next such call do its work, and lose its answer. */
  ScriptedStore loseAnswer(String call) {
    return after(call, ScriptedStore::unreachable);
  }

  /** Lets all calls work again. */
  void heal() {
    broken.clear();
    cutOff = false;
  }

  /** Changes what is appended on its way to the journal, from now on. */
  void onTheWay(UnaryOperator<List<byte[]>> change) {
    way = change;
  }

  /** Damages the last record of the next append. */
  void damageNext() {
    onTheWay(
        records -> {
          onTheWay(UnaryOperator.identity());
          List<byte[]> damaged = new ArrayList<>(records);
          damaged.set(records.size() - 1, "{\"ki".getBytes(StandardCharsets.UTF_8));
          return damaged;
        });
  }

  /** How many such calls there were. */
  int calls(String call) {
    return calls.getOrDefault(known(call), 0);
  }

  /** Whether everything that was to happen has happened. */
  boolean playedOut() {
    return script.isEmpty();
  }

  private ScriptedStore add(String call, int next, boolean before, Runnable act) {
    script.put(new Cue(call, calls(call) + next, before), act);
    return this;
  }

  private Object call(Object behind, Method method, Object[] arguments) throws Throwable {
    String call = method.getName();
    int number = calls.merge(call, 1, Integer::sum);
    if (cutOff && !HELD_HERE.contains(call)) {
      unreachable();
    }
    if (broken.contains(call)) {
      fail(call);
    }
    play(new Cue(call, number, true));
    Object result = wrapped(invoke(behind, method, passedOn(call, arguments)));
    play(new Cue(call, number, false));
    // Whether the journal stands is what an append looks at last.
    return call.equals("append") ? ((Journal) behind).stands() : result;
  }

  private void play(Cue cue) {
    Runnable act = script.remove(cue);
    if (act != null) {
      act.run();
    }
  }

  @SuppressWarnings("unchecked") // Appends have a list of records.
  private Object[] passedOn(String call, Object[] arguments) {
    if (call.equals("append")) {
      return new Object[] {way.apply((List<byte[]>) arguments[0])};
    }
    return arguments == null
        ? new Object[0]
        : Arrays.stream(arguments).map(ScriptedStore::unwrapped).toArray();
  }

  private Object wrapped(Object result) {
    if (result instanceof Journal journal) {
      return handle(Journal.class, journal);
    }
    return result instanceof Optional<?> found && found.isPresent()
        ? Optional.of(wrapped(found.get()))
        : result;
  }

  private <T> T handle(Class<T> type, T behind) {
    return type.cast(
        Proxy.newProxyInstance(
            ScriptedStore.class.getClassLoader(), new Class<?>[] {type}, new Handle(this, behind)));
  }

  private record Handle(ScriptedStore store, Object behind) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (MADE_OF_OTHERS.contains(method.getName())) {
        store.calls.merge(method.getName(), 1, Integer::sum);
        return InvocationHandler.invokeDefault(proxy, method, arguments);
      }
      return store.call(behind, method, arguments);
    }
  }

  private static Object unwrapped(Object argument) {
    return Proxy.isProxyClass(argument.getClass())
            && Proxy.getInvocationHandler(argument) instanceof Handle handle
        ? handle.behind()
        : argument;
  }

  private static Object invoke(Object behind, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static String known(String call) {
    boolean known =
        Stream.of(JournalStore.class, Journal.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .anyMatch(method -> method.getName().equals(call));
    if (!known) {
      throw new IllegalArgumentException("there is no call " + call);
    }
    return call;
  }

  private static void unreachable() {
    throw new StoreUnreachableException("memory", "host:1 does not answer", null);
  }

  private static void fail(String call) {
    throw new StoreException("memory", call + " fails on purpose", null);
  }
}
