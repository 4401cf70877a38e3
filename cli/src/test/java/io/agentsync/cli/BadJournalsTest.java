package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Journals that are none: named, left as they are, and nobody else is hidden by them. */
@Timeout(60)
class BadJournalsTest {

  private static final String ARRIVAL =
      "{\"kind\":\"arrive\",\"op\":\"x\",\"generation\":1,\"agent\":\"a\","
          + "\"at\":\"2026-01-01T00:00:00Z\","
          + "\"view\":{\"required\":[\"a\",\"b\"],\"rule\":\"all\",\"timeoutMillis\":1}}";

  @TempDir Path directory;
  private Points points;
  private Tool tool;

  @BeforeEach
  void open() {
    points = new Points(directory).completed("fine");
    tool = Tool.on(directory);
  }

  @AfterEach
  void close() {
    points.close();
  }

  /** What stands in the file, and what has to be said of it. */
  enum Bad {
    NULS("\n" + "\0".repeat(4096) + "\n", "record at byte 1 "),
    TRUNCATED("\n" + ARRIVAL.substring(0, 40) + "\n", "record at byte 1 "),
    TRAILING_GARBAGE("\n" + ARRIVAL + " x\n", "record at byte 1 "),
    TWO_VALUES("\n" + ARRIVAL + ARRIVAL + "\n", "record at byte 1 "),
    DUPLICATE_KEYS(
        "\n" + ARRIVAL.replace("{\"kind\"", "{\"agent\":\"b\",\"kind\"") + "\n",
        "record at byte 1 "),
    DEEP("\n" + "[".repeat(100_000) + "\n", "record at byte 1 "),
    DEEP_WITHIN(
        "\n" + ARRIVAL.replace("\"a\",\"b\"", "[".repeat(50_000) + "]".repeat(50_000)) + "\n",
        "record at byte 1 "),
    LONG_LINE("\n" + "x".repeat(300 * 1024) + "\n", "record at byte 1 "),
    UNKNOWN_KIND("\n{\"kind\":\"dance\"}\n", "unknown kind"),
    ESCAPES("\n{\"kind\":\"a\u001b]0;x\u0007\u202e\"}\n", "record at byte 1 "),
    NEWER(
        "\n{\"kind\":\"journal\",\"version\":2,\"epoch\":1,\"after\":0}\n" + ARRIVAL + "\n",
        "format 2");

    private final String content;
    private final String said;

    Bad(String content, String said) {
      this.content = content;
      this.said = said;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNamedAndLeftAsItIs(Bad bad) throws IOException {
    Path journal = write("bad", bad.content);
    for (String call : new String[] {"list", "diagnose bad", "explain bad", "list --json"}) {
      long began = System.nanoTime();
      Ran ran = tool.run(call.split(" ", -1));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(ran.code()).as(call).isEqualTo(4);
      assertThat(ran.out() + ran.err()).contains("bad.jsonl", bad.said).doesNotContain("\u001b");
    }
    assertThat(tool.run("list").out()).contains("fine");
    assertThat(tool.run("doctor").code()).isEqualTo(1);
    assertThat(Files.readString(journal)).isEqualTo(bad.content);
  }

  @Test
  void aJournalOfGigabytesIsRefusedAtOnce() throws IOException {
    Path journal = write("bad", "");
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
      file.setLength(2L * 1024 * 1024 * 1024);
    }
    long began = System.nanoTime();
    Ran ran = tool.run("list");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("fine");
    assertThat(ran.err()).contains("bad.jsonl: is 2048 MiB long", "move it away");
  }

  @Test
  void anEmptyJournalIsNobodys_andTheDoctorSaysSo() throws IOException {
    write("bad", "");
    assertThat(tool.run("list").code()).isZero();
    assertThat(tool.run("diagnose", "bad").code()).isEqualTo(3);
    Ran doctor = tool.run("doctor");
    assertThat(doctor.code()).isZero();
    assertThat(doctor.out()).contains("bad.jsonl is empty", "power cut");
  }

  @Test
  void whatIsStillBeingWrittenIsNotDamage() throws IOException {
    write("bad", "\n" + ARRIVAL + "\n\n" + ARRIVAL.substring(0, 40));
    assertThat(tool.run("list").code()).isZero();
    assertThat(tool.run("list").out()).contains("bad");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoFileIsRefusedAndNobodyHangs(NoFile what) throws Exception {
    what.make(directory.resolve("syncpoints").resolve("bad.jsonl"));
    Ran list = tool.run("list");
    assertThat(list.code()).isEqualTo(4);
    assertThat(list.out()).contains("fine");
    assertThat(list.err()).contains("bad.jsonl: is not a regular file; move it away");
    for (String call : new String[] {"diagnose bad", "explain bad", "wait bad", "force bad"}) {
      assertThat(tool.run(call.split(" ", -1)).code()).as(call).isEqualTo(4);
    }
  }

  /** What may stand in the place of a journal. */
  enum NoFile {
    LINK {
      @Override
      void make(Path path) throws IOException {
        Files.createSymbolicLink(path, path.resolveSibling("fine.jsonl"));
      }
    },
    FIFO {
      @Override
      void make(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
      }
    },
    DIRECTORY {
      @Override
      void make(Path path) throws IOException {
        Files.createDirectory(path);
      }
    };

    abstract void make(Path path) throws IOException, InterruptedException;
  }

  private Path write(String id, String content) throws IOException {
    Path journal = directory.resolve("syncpoints").resolve(id + ".jsonl");
    return Files.write(journal, content.getBytes(StandardCharsets.UTF_8));
  }
}
