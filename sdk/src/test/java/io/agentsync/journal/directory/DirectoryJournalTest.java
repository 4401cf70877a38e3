package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Space;
import io.agentsync.model.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a journal is read whose file system fails halfway. */
class DirectoryJournalTest {

  private final List<String> records =
      IntStream.range(0, 1000).mapToObj("record %d"::formatted).toList();

  @Test
  void j01_whereReadingFailsHalfway_nothingIsLostAndNothingComesTwice() {
    byte[] file = (String.join("\n", records) + "\n").getBytes(StandardCharsets.UTF_8);
    InputStream halves =
        new SequenceInputStream(
            new ByteArrayInputStream(file, 0, 2048),
            new FailingTwice(new ByteArrayInputStream(file, 2048, file.length)));
    DirectoryJournal journal =
        new DirectoryJournal(
            Space.of("syncpoints").journal("p"), Path.of("p.journal"), "key", halves);

    List<Entry> before = new ArrayList<>(journal.read());
    assertThat(before).isNotEmpty();
    assertThat(journal.drained()).isFalse();
    assertThatThrownBy(journal::read)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be read");
    before.addAll(journal.read());
    assertThat(before)
        .extracting(entry -> new String(entry.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(records);
  }

  /** Fails twice, then works. */
  private static final class FailingTwice extends InputStream {

    private final InputStream in;
    private int failures = 2;

    FailingTwice(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      fail();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      fail();
      return in.read(bytes, from, length);
    }

    private void fail() throws IOException {
      if (failures-- > 0) {
        throw new IOException("Input/output error");
      }
    }
  }
}
