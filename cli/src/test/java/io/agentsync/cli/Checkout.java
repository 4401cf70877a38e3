package io.agentsync.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scripts need of a checkout, somewhere else. The jar is made after the tests are run, so
 * there is one that only points to the classes.
 *
 * @param root where it is
 */
record Checkout(Path root) {

  /** A checkout in which nothing has been built. */
  static Checkout in(Path root) throws IOException {
    Path scripts = Files.createDirectories(root.resolve("scripts"));
    for (String name : new String[] {"sync-diag", "build"}) {
      Path script = scripts.resolve(name);
      Files.copy(Page.ROOT.resolve("scripts").resolve(name), script);
      makeExecutable(script);
    }
    return new Checkout(root);
  }

  /** Whether the launcher finds a Java without {@code JAVA_HOME} and with an usual path. */
  static boolean javaIsFoundByItself() throws IOException {
    Path machines = Path.of("/usr/lib/jvm");
    try (Stream<Path> found =
        Files.isDirectory(machines) ? Files.list(machines) : Stream.<Path>empty()) {
      return Stream.concat(Stream.of(Path.of("/usr")), found)
          .anyMatch(java -> Files.isExecutable(java.resolve("bin").resolve("java")));
    }
  }

  Path launcher() {
    return root.resolve("scripts").resolve("sync-diag");
  }

  void putJarInPlace() throws IOException {
    putJar(Files.createDirectories(root.resolve("cli").resolve("target")).resolve("sync-diag.jar"));
  }

  static void putJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "io.agentsync.cli.Main");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
