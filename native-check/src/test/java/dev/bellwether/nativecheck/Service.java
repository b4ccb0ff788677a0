package dev.bellwether.nativecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A service as it was built: its own compiled classes and resources, and the sources of its native
 * image.
 */
record Service(String name, Path target) {

  /** None that Quarkus has generated beside it. */
  private static final Pattern KITS_CLASS =
      Pattern.compile("dev/bellwether/kit/(?!.*\\$(?:Generated|ExceptionMapper))[^_]+\\.class");

  static final List<Service> ALL =
      Stream.of(
              "ingest-service",
              "sentiment-service",
              "trend-service",
              "campaign-optimizer",
              "gateway")
          .map(name -> new Service(name, root().resolve(name).resolve("target")))
          .toList();

  private static Path root() {
    return Path.of(System.getProperty("bellwether.root", "..")).toAbsolutePath().normalize();
  }

  NativeConfig nativeConfig() throws IOException {
    return NativeConfig.of(Stream.concat(Stream.of(runner()), libraries().stream()).toList());
  }

  /**
   * Its own classes and resources, and those that it has from the kits, without what it leaves out.
   */
  List<ClassFiles> own() throws IOException {
    var own = new ArrayList<ClassFiles>();
    own.add(ClassFiles.in(target.resolve("classes")));
    for (Path library : libraries()) {
      if (library
          .getFileName()
          .toString()
          .matches("(modified-)?dev\\.bellwether\\.(service-kit|messaging-kit|ad-exports)-.*")) {
        own.add(ClassFiles.in(library));
      }
    }
    own.add(movedFromKits());
    var leftOut = leftOut();
    return own.stream().map(files -> files.without(leftOut)).toList();
  }

  /** Classes that Quarkus has changed: a {@code modified-} library lacks them. */
  private ClassFiles movedFromKits() throws IOException {
    var moved = new HashMap<String, byte[]>();
    try (var jar = new JarFile(runner().toFile())) {
      for (JarEntry file :
          jar.stream().filter(it -> KITS_CLASS.matcher(it.getName()).matches()).toList()) {
        var name = file.getName().substring(0, file.getName().length() - ".class".length());
        moved.put(name.replace('/', '.'), jar.getInputStream(file).readAllBytes());
      }
    }
    return new ClassFiles(moved, Map.of());
  }

  /** The kits' packages that are no beans here, as they need what this service does not have. */
  private Predicate<String> leftOut() throws IOException {
    var settings = new Properties();
    try (var file = Files.newBufferedReader(target.resolve("classes/application.properties"))) {
      settings.load(file);
    }
    var packages =
        Stream.of(settings.getProperty("quarkus.arc.exclude-types", "").split(","))
            .filter(type -> type.startsWith("dev.bellwether.kit.") && type.endsWith(".*"))
            .map(type -> type.substring(0, type.length() - 1))
            .toList();
    return name -> packages.stream().anyMatch(name::startsWith);
  }

  /** Sees all that the service sees; nothing is initialised by looking. */
  URLClassLoader classLoader() throws IOException {
    var urls = new ArrayList<URL>();
    urls.add(url(target.resolve("classes")));
    for (Path library : libraries()) {
      urls.add(url(library));
    }
    urls.add(url(runner()));
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Paths of the files in its libraries that begin so. */
  List<String> libraryFiles(String prefix) throws IOException {
    var paths = new ArrayList<String>();
    for (Path library : libraries()) {
      try (var jar = new JarFile(library.toFile())) {
        jar.stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
            .forEach(paths::add);
      }
    }
    return paths;
  }

  private Path runner() throws IOException {
    try (Stream<Path> files = Files.list(sources())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no runner jar in " + sources()));
    }
  }

  private List<Path> libraries() throws IOException {
    try (Stream<Path> files = Files.list(sources().resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private Path sources() {
    var sources = target.resolve("native-sources");
    if (!Files.isDirectory(sources)) {
      throw new IllegalStateException(
          sources + " is missing: run `mvn verify` over the whole tree");
    }
    return sources;
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
