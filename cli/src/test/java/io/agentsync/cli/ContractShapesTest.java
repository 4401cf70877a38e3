package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.cli.Contract.Row;
import io.agentsync.model.AgentSyncException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library has the types, methods and constants that the contract's tables show. */
class ContractShapesTest {

  static Stream<Row> shapes() {
    return Contract.rows().stream().filter(row -> row.header().get(0).equals("shape"));
  }

  static Stream<Row> words() {
    return Contract.rows("Words").stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeIsThere(Row row) throws ClassNotFoundException {
    assertThat(row.code("shape")).isNotEmpty();
    assertThat(shapesOf(type(row.section()))).containsAll(row.code("shape"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyConstantIsThere(Row row) throws ClassNotFoundException {
    assertThat(type(row.word("type")).getEnumConstants())
        .extracting(Object::toString)
        .containsExactlyElementsOf(row.words("constants"));
  }

  @Test
  void entriesAreCloseable() {
    assertThat(AutoCloseable.class)
        .isAssignableFrom(AgentSynchronizer.class)
        .isAssignableFrom(SynchronizedAgentRegistry.class);
  }

  @Test
  void everyExceptionHasOneRoot() {
    assertThat(RuntimeException.class).isAssignableFrom(AgentSyncException.class);
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("io.agentsync.model")
                    .stream()
                    .filter(type -> type.isAssignableTo(Throwable.class))
                    .toList())
        .hasSizeGreaterThan(5)
        .allMatch((JavaClass type) -> type.isAssignableTo(AgentSyncException.class));
  }

  @Test
  void theArtifactIsForJava17() throws IOException {
    String pom = Files.readString(Path.of("..", "sdk", "pom.xml"));
    assertThat(pom)
        .contains("<artifactId>agent-sync-sdk</artifactId>", "<groupId>io.agentsync</groupId>");
    try (InputStream file =
        AgentSynchronizer.class.getResourceAsStream("AgentSynchronizer.class")) {
      DataInputStream bytes = new DataInputStream(file);
      assertThat(bytes.readInt()).isEqualTo(0xCAFEBABE);
      assertThat(bytes.readUnsignedShort()).isZero();
      assertThat(bytes.readUnsignedShort()).as("class file version of Java 17").isEqualTo(61);
    }
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name.replace(".Builder", "$Builder"));
  }

  private static Set<String> shapesOf(Class<?> type) {
    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    Set<String> shapes = new TreeSet<>();
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      shapes.add(modifiers(each) + type.getSimpleName() + parameters(each));
    }
    for (Method each : type.getDeclaredMethods()) {
      if (Modifier.isPublic(each.getModifiers()) || Modifier.isProtected(each.getModifiers())) {
        String result = words(each.getGenericReturnType());
        shapes.add(modifiers(each) + each.getName() + parameters(each) + " → " + result);
      }
    }
    return shapes;
  }

  private static String modifiers(Executable member) {
    return Stream.of("protected", "static", "abstract")
        .filter(
            word ->
                Stream.of(Modifier.toString(member.getModifiers()).split(" ", -1))
                    .anyMatch(word::equals))
        .map(word -> word + " ")
        .collect(Collectors.joining());
  }

  private static String parameters(Executable member) {
    return Stream.of(member.getGenericParameterTypes())
        .map(ContractShapesTest::words)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A type as a programmer writes it. */
  private static String words(Type type) {
    return type.getTypeName().replaceAll("\\b[a-z]\\w*\\.", "").replace('$', '.');
  }
}
