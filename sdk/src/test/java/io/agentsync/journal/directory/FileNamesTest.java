package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-:/@+";
  private static final List<String> AWKWARD =
      List.of(
          "CON",
          "con",
          "Con",
          "nul",
          "nul.txt",
          "NUL.txt",
          "aux.",
          "com1",
          "COM1.a.b",
          "lpt9",
          "a/b",
          "a:b",
          "a",
          "a.",
          "a..",
          "A.",
          "a/",
          "a//",
          "a/..",
          "x.jsonl",
          "x.jsonl.tmp",
          "_",
          "0",
          "a".repeat(128),
          "A".repeat(128),
          "aA".repeat(64),
          "con" + ".".repeat(125));

  private final long seed = System.nanoTime();

  @Test
  void differentIdsHaveDifferentNames_onEveryFileSystem() {
    Map<String, String> taken = new HashMap<>();
    for (String id : ids()) {
      String other = taken.put(asTheDullestFileSystemSeesIt(FileNames.encode(id)), id);
      assertThat(other).as("has the same name as %s, seed %d", id, seed).isNull();
    }
  }

  @Test
  void decodingGivesTheIdBack() {
    for (String id : ids()) {
      assertThat(FileNames.decode(FileNames.encode(id))).as("seed %d", seed).isEqualTo(id);
    }
  }

  @Test
  void namesAreShortAndHarmlessEverywhere() {
    for (String id : ids()) {
      String name = FileNames.encode(id);
      assertThat(name.getBytes(StandardCharsets.UTF_8)).as(id).hasSizeLessThanOrEqualTo(200);
      assertThat(name).as(id).matches("[A-Za-z0-9_.,;@+~-]+").doesNotStartWith("-");
      assertThat(name).as(id).doesNotEndWith(".").isNotIn(".", "..");
    }
  }

  @Test
  void devicesOfWindowsAreAvoided() {
    assertThat(FileNames.encode("nul.txt")).isEqualTo("nul.txt~0");
    assertThat(FileNames.encode("CON")).isEqualTo("CON~7");
    assertThat(FileNames.encode("console")).isEqualTo("console");
  }

  /** Cases are one, and what Windows drops from the end of a name is dropped. */
  private static String asTheDullestFileSystemSeesIt(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "");
  }

  private Set<String> ids() {
    Random random = new Random(seed);
    Set<String> ids = new TreeSet<>(AWKWARD);
    for (int i = 0; i < 3000; i++) {
      ids.addAll(variants(anyId(random), random));
    }
    ids.removeIf(id -> !Names.allowed(id));
    return ids;
  }

  private static String anyId(Random random) {
    StringBuilder id = new StringBuilder();
    int length = 1 + (random.nextInt(10) == 0 ? random.nextInt(128) : random.nextInt(4));
    while (id.length() < length) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  private static List<String> variants(String id, Random random) {
    List<String> variants = new ArrayList<>(List.of(id, id.toLowerCase(Locale.ROOT)));
    variants.add(id.toUpperCase(Locale.ROOT));
    variants.add(id.replace('/', ':'));
    variants.add(id.replace(':', '/'));
    StringBuilder flipped = new StringBuilder(id);
    int at = random.nextInt(id.length());
    char c = id.charAt(at);
    flipped.setCharAt(
        at, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    variants.add(flipped.toString());
    return variants;
  }
}
