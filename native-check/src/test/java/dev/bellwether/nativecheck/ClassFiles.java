package dev.bellwether.nativecheck;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder or a jar of compiled classes.
 *
 * @param classes bytes by class name
 * @param resources what is no class, by paths such as {@code db/migration/V1__a.sql}
 */
record ClassFiles(Map<String, byte[]> classes, Map<String, byte[]> resources) {

  static ClassFiles in(Path folderOrJar) throws IOException {
    if (Files.isDirectory(folderOrJar)) {
      return below(folderOrJar);
    }
    try (var jar = FileSystems.newFileSystem(URI.create("jar:" + folderOrJar.toUri()), Map.of())) {
      return below(jar.getPath("/"));
    }
  }

  /** All but the classes of these names. */
  ClassFiles without(Predicate<String> names) {
    var others = new HashMap<>(classes);
    others.keySet().removeIf(names);
    return new ClassFiles(others, resources);
  }

  private static ClassFiles below(Path root) throws IOException {
    var classes = new HashMap<String, byte[]>();
    var resources = new HashMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var path = root.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".class")) {
          classes.put(
              path.substring(0, path.length() - ".class".length()).replace('/', '.'),
              Files.readAllBytes(file));
        } else {
          resources.put(path, Files.readAllBytes(file));
        }
      }
    }
    return new ClassFiles(classes, resources);
  }
}
