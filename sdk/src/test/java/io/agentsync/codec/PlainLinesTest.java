package io.agentsync.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of reading and writing lines never differs from the JSON library's (J-5). */
class PlainLinesTest {

  private static final String PIECES = "{}[]\":,\\ \t0123456789-+.eEtruefalsnul\u0001\u007fé";
  private static final int LINES = 20_000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void j05_whatItReadsTheLibraryReadsTheSameWay() throws Exception {
    int readByBoth = 0;
    for (int i = 0; i < LINES; i++) {
      byte[] line = Json.writeByLibrary(object(3));
      Map<?, ?> plain = PlainReader.read(line);
      if (plain != null) {
        readByBoth++;
        assertThat(plain).as("seed %d", seed).isEqualTo(Json.readByLibrary(line));
      }
    }
    assertThat(readByBoth).as("seed %d", seed).isBetween(LINES / 2, LINES - 1);
  }

  @Test
  void j05_damagedLinesAreReadByBothTheSameWayOrNotAtAll() throws Exception {
    int readAllTheSame = 0;
    for (int i = 0; i < LINES; i++) {
      String whole = new String(Json.writeByLibrary(object(2)), UTF_8);
      byte[] line = damaged(whole).getBytes(UTF_8);
      Map<?, ?> plain = PlainReader.read(line);
      if (plain != null) {
        readAllTheSame++;
        assertThat(plain)
            .as("seed %d: %s", seed, new String(line, UTF_8))
            .isEqualTo(Json.readByLibrary(line));
      }
    }
    assertThat(readAllTheSame).as("seed %d", seed).isPositive();
  }

  @Test
  void j05_whatItWritesTheLibraryWritesTheSameWay() throws Exception {
    int writtenByBoth = 0;
    for (int i = 0; i < LINES; i++) {
      Map<String, Object> fields = object(3);
      byte[] plain = PlainWriter.write(fields);
      if (plain != null) {
        writtenByBoth++;
        assertThat(plain).as("seed %d", seed).isEqualTo(Json.writeByLibrary(fields));
        assertThat(Json.read(plain)).as("seed %d", seed).isEqualTo(fields);
      }
    }
    assertThat(writtenByBoth).as("seed %d", seed).isBetween(LINES / 2, LINES - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}x",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":01}",
        "{\"a\":-}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":[1,]}",
        "{\"a\":[1",
        "{\"a\":tru}",
        "{\"a\":\"b}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":nul}",
        "{a:1}",
        "{\"a\":+1}"
      })
  void j05_aLineThatIsNoRecordIsLeftToTheLibrary_whichRefusesIt(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    assertThat(PlainReader.read(bytes)).isNull();
    assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(DamagedRecordException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":9999999999999999999}",
        "{\"a\":1.5}",
        "{\"a\":-0}",
        "{\"a\":null}",
        "{ \"a\":1}",
        "{\"a\":\"\\n\"}",
        "{\"\\u0061\":1}",
        "{\"a\":\"é\"}"
      })
  void j05_aRareLineIsLeftToTheLibrary_whichReadsIt(String line) throws Exception {
    byte[] bytes = line.getBytes(UTF_8);
    assertThat(PlainReader.read(bytes)).isNull();
    assertThat(Json.read(bytes).keySet().toString()).isEqualTo("[a]");
  }

  private Map<String, Object> object(int deep) {
    Map<String, Object> fields = new LinkedHashMap<>();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      fields.put(text(), value(deep));
    }
    return fields;
  }

  private Object value(int deep) {
    List<Supplier<Object>> kinds = new ArrayList<>();
    kinds.add(this::text);
    kinds.add(this::number);
    kinds.add(random::nextBoolean);
    if (random.nextInt(20) == 0) {
      kinds.add(random::nextGaussian);
    }
    if (deep > 0) {
      kinds.add(() -> object(deep - 1));
      kinds.add(() -> random.ints(random.nextInt(4)).mapToObj(any -> value(deep - 1)).toList());
    }
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  private Object number() {
    return random.nextLong() >> random.nextInt(64);
  }

  private String text() {
    int length = random.nextInt(12);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean rare = random.nextInt(60) == 0;
      text.append(
          rare
              ? PIECES.charAt(random.nextInt(PIECES.length()))
              : (char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private String damaged(String line) {
    int at = random.nextInt(line.length());
    int gone = random.nextInt(3);
    String piece = random.nextBoolean() ? "" : "" + PIECES.charAt(random.nextInt(PIECES.length()));
    return line.substring(0, at) + piece + line.substring(Math.min(line.length(), at + gone));
  }
}
