package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FaultyStoreTest {

  private final FaultyStore store =
      new FaultyStore(Engines.open("memory://" + UUID.randomUUID(), Durability.PROCESS));

  @Test
  void failBefore_hasNoEffect() {
    store.failBefore(Verb.APPEND, 2);
    Journal journal = store.create(POINT);
    journal.append(Records.of("one"));

    assertThatThrownBy(() -> journal.append(Records.of("two")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("call 2 of APPEND");
    assertThat(journal.append(Records.of("three"))).isTrue();
    assertThat(Records.readOn(journal)).containsExactly("one", "three");
    assertThat(store.calls(Verb.APPEND)).isEqualTo(3);
  }

  @Test
  void failAfter_hasItsEffect() {
    store.failAfter(Verb.APPEND, 1).failAfter(Verb.REMOVE, 1);
    Journal journal = store.create(POINT);

    assertThatThrownBy(() -> journal.append(Records.of("one"))).isInstanceOf(StoreException.class);
    assertThat(Records.readOn(journal)).containsExactly("one");
    assertThatThrownBy(() -> store.remove(journal, Records.bytes("gone")))
        .isInstanceOf(StoreException.class);
    assertThat(store.open(POINT)).isEmpty();
  }
}
