package dev.bellwether.nativecheck;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds classes and resources against a configuration. Each finding is one line that names what is
 * missing and the remedy.
 */
record Check(NativeConfig config, Collection<ClassFiles> own, ClassLoader loader) {

  /** What is read at build time, by people or by no one: none of it need be in the image. */
  private static final List<String> NOT_AT_RUN_TIME =
      List.of("META-INF/.*", "application\\.properties", ".*\\.md");

  private static final List<String> SETTINGS =
      List.of("application.properties", "META-INF/microprofile-config.properties");

  /**
   * Ask by computed names: of one {@link LinguaModels} makes the whole list, the other reads models
   * that are among its service's own resources, which are all held.
   */
  private static final Set<String> HELD_OTHERWISE =
      Set.of(LinguaModels.READER, "dev.bellwether.sentiment.scoring.BundledModels");

  List<String> jsonTypes() throws IOException {
    return JsonTypes.of(own, loader).stream()
        .filter(type -> !config.of(type).servesJackson())
        .map(
            type ->
                type
                    + " is read or written as JSON, but Jackson could not reflect on it: name it in a"
                    + " @RegisterForReflection of the service")
        .toList();
  }

  List<String> resources() {
    var shipped =
        own.stream()
            .flatMap(files -> files.resources().keySet().stream())
            .filter(path -> NOT_AT_RUN_TIME.stream().noneMatch(path::matches))
            .map(path -> missing(path, "is among the service's resources"));
    var asked =
        own.stream()
            .flatMap(files -> files.classes().values().stream())
            .flatMap(bytes -> new ClassCode(bytes, loader).resourceUses().stream())
            .filter(use -> use.path() != null || !HELD_OTHERWISE.contains(use.className()))
            .map(
                use ->
                    use.path() == null
                        ? use.className()
                            + " asks for a resource by a computed name, which nobody can check: name"
                            + " it in a constant"
                        : missing(use.path(), "is asked for by " + use.className()));
    return Stream.concat(shipped, asked).filter(Objects::nonNull).distinct().sorted().toList();
  }

  /** As {@link #resources()}, of resources that a library asks for. */
  List<String> resourcesOf(String library, Collection<String> paths) {
    return paths.stream()
        .map(path -> missing(path, "is asked for by " + library))
        .filter(Objects::nonNull)
        .toList();
  }

  private String missing(String path, String why) {
    return config.carries(path)
        ? null
        : path
            + " "
            + why
            + ", but would not be in the image: add it to quarkus.native.resources.includes";
  }

  /** Classes that a setting names, such as a serializer: a library makes them by reflection. */
  List<String> classesNamedInSettings() {
    return own.stream()
        .flatMap(files -> SETTINGS.stream().map(files.resources()::get))
        .filter(Objects::nonNull)
        .flatMap(file -> settings(file).entrySet().stream())
        .filter(setting -> isClass(setting.getValue()))
        .filter(setting -> !config.of(setting.getValue()).constructors())
        .map(
            setting ->
                setting.getValue()
                    + " is named by "
                    + setting.getKey()
                    + ", but has no constructor in the image: name it in a @RegisterForReflection of"
                    + " the service")
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, String> settings(byte[] file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .filter(name -> !name.startsWith("%")) // a test's or a developer's
        .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name).strip()));
  }

  private boolean isClass(String value) {
    if (!value.matches("[a-z][\\w]*(\\.\\w+)+\\.[A-Z]\\w*")) {
      return false;
    }
    try {
      Class.forName(value, false, loader);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
