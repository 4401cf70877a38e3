package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  private final LineSplitter splitter = new LineSplitter();
  private final List<Entry> lines = new ArrayList<>();

  @Test
  void recordsAreCutWhereverTheBytesAreCut() {
    byte[] bytes = "\none\n\n\ntwö\nthree\n\n\ntail".getBytes(StandardCharsets.UTF_8);
    for (int first = 0; first <= bytes.length; first++) {
      for (int second = first; second <= bytes.length; second++) {
        LineSplitter cut = new LineSplitter();
        List<Entry> found = new ArrayList<>();
        take(cut, Arrays.copyOfRange(bytes, 0, first), found);
        take(cut, Arrays.copyOfRange(bytes, first, second), found);
        take(cut, Arrays.copyOfRange(bytes, second, bytes.length), found);
        assertThat(texts(found)).containsExactly("one", "twö", "three");
      }
    }
  }

  @Test
  void randomCutsGiveTheSameRecordsAndPositions() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] bytes = new byte[20_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = random.nextInt(8) == 0 ? (byte) '\n' : (byte) random.nextInt(256);
    }
    take(splitter, bytes, lines);
    LineSplitter cut = new LineSplitter();
    List<Entry> found = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + random.nextInt(40));
      take(cut, Arrays.copyOfRange(bytes, at, end), found);
      at = end;
    }

    assertThat(texts(found)).as("seed %d", seed).isEqualTo(texts(lines));
    for (int i = 0; i < found.size(); i++) {
      Entry entry = found.get(i);
      int at = (int) entry.position();
      assertThat(entry.position()).as("seed %d", seed).isEqualTo(lines.get(i).position());
      assertThat(Arrays.copyOfRange(bytes, at, at + entry.bytes().length))
          .as("seed %d", seed)
          .isEqualTo(entry.bytes());
    }
  }

  @Test
  void emptyLinesAreNothing() {
    take("\n\n\n");
    assertThat(lines).isEmpty();
  }

  @Test
  void theBeginningOfTheFileCountsAsALineFeed() {
    take("one\n");
    assertThat(texts(lines)).containsExactly("one");
  }

  @Test
  void aTailWaitsForItsLineFeed() {
    take("one\ntw");
    assertThat(texts(lines)).containsExactly("one");
    take("o");
    assertThat(lines).hasSize(1);
    take("\n");
    assertThat(texts(lines)).containsExactly("one", "two");
  }

  @Test
  void nulsAreBytesLikeOthers() {
    take("\0\0\n\n\0one\n");
    assertThat(texts(lines)).containsExactly("\0\0", "\0one");
  }

  @Test
  void theLongestIsWhole_andWhatIsLongerIsOneByteTooLong() {
    take("x".repeat(LineSplitter.LONGEST) + "\n");
    take("x".repeat(LineSplitter.LONGEST + 1) + "\n");
    take("x".repeat(3 * LineSplitter.LONGEST) + "\nafter\n");

    assertThat(lines.stream().map(entry -> entry.bytes().length))
        .containsExactly(
            LineSplitter.LONGEST, LineSplitter.LONGEST + 1, LineSplitter.LONGEST + 1, 5);
    assertThat(lines.get(3).position()).isEqualTo(5L * LineSplitter.LONGEST + 4);
  }

  @Test
  void aLineWithoutEndIsNotKept() {
    byte[] chunk = new byte[1024 * 1024];
    for (int i = 0; i < 2100; i++) {
      splitter.take(chunk, chunk.length, lines);
    }
    take("\nafter\n");

    assertThat(lines.get(0).bytes()).hasSize(LineSplitter.LONGEST + 1);
    assertThat(lines.get(1).position()).isEqualTo(2100L * 1024 * 1024 + 1);
  }

  private void take(String text) {
    take(splitter, text.getBytes(StandardCharsets.UTF_8), lines);
  }

  private static void take(LineSplitter splitter, byte[] bytes, List<Entry> into) {
    splitter.take(bytes, bytes.length, into);
  }

  private static List<String> texts(List<Entry> entries) {
    return entries.stream()
        .map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8))
        .toList();
  }
}
