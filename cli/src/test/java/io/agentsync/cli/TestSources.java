package io.agentsync.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The tests of all modules, as the compiler reads their sources: what runs, under which name. */
final class TestSources {

  private static final Set<String> RUNS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

  private TestSources() {}

  /** {@code Class.method} of every test that runs; twice if two classes have the same. */
  static List<String> tests() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Finder(found), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path tests : modules.flatMap(TestSources::roots).filter(Files::exists).toList()) {
        try (Stream<Path> files = Files.walk(tests)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }

  private static Stream<Path> roots(Path module) {
    Path main = module.resolve("src/main/java");
    Path tests = module.resolve("src/test/java");
    return module.endsWith("testkit") ? Stream.of(main, tests) : Stream.of(tests);
  }

  /**
   * Surefire takes a class for a test by its name; one that is abstract or disabled does not run. A
   * contract of the test kit runs on each engine.
   */
  private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final List<String> found;
    private @Nullable ClassTree within;

    Finder(List<String> found) {
      this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
      ClassTree outer = within;
      String name = type.getSimpleName().toString();
      boolean runs =
          outer == null
              && (name.endsWith("Test") || name.endsWith("Contract"))
              && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
              && !annotated(type.getModifiers(), Set.of("Disabled"));
      if (runs) {
        within = type;
        super.visitClass(type, null);
        within = outer;
      }
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      ModifiersTree modifiers = method.getModifiers();
      if (within != null
          && annotated(modifiers, RUNS)
          && !annotated(modifiers, Set.of("Disabled"))) {
        found.add(within.getSimpleName() + "." + method.getName());
      }
      return null;
    }

    private static boolean annotated(ModifiersTree modifiers, Set<String> names) {
      return modifiers.getAnnotations().stream()
          .anyMatch(each -> names.contains(each.getAnnotationType().toString()));
    }
  }
}
