package dev.bellwether.nativecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * What native-image is told: which classes may be reflected upon, which resources come along.
 *
 * @param classes by name, how much of each may be used
 * @param resources patterns of paths without a slash at the start
 */
record NativeConfig(Map<String, Registration> classes, List<Pattern> resources) {

  /** What of a class may be used by reflection. */
  record Registration(boolean constructors, boolean methods, boolean fields) {

    static final Registration NONE = new Registration(false, false, false);

    /** As much as Jackson needs of a record or an enum. */
    boolean servesJackson() {
      return constructors && methods && fields;
    }

    Registration and(Registration other) {
      return new Registration(
          constructors || other.constructors, methods || other.methods, fields || other.fields);
    }

    static Registration of(JsonNode entry) {
      return new Registration(
          says(entry, "allDeclaredConstructors") || names(entry, "<init>"),
          says(entry, "allDeclaredMethods"),
          says(entry, "allDeclaredFields"));
    }

    private static boolean says(JsonNode entry, String flag) {
      return entry.path(flag).asBoolean();
    }

    private static boolean names(JsonNode entry, String method) {
      for (JsonNode named : entry.path("methods")) {
        if (named.path("name").asText().equals(method)) {
          return true;
        }
      }
      return false;
    }
  }

  /** All that the jars carry below META-INF/native-image, as native-image itself collects it. */
  static NativeConfig of(Collection<Path> jars) throws IOException {
    var classes = new HashMap<String, Registration>();
    var resources = new ArrayList<Pattern>();
    var json = new ObjectMapper();
    for (Path path : jars) {
      try (var jar = new JarFile(path.toFile())) {
        for (JarEntry entry : jar.stream().filter(NativeConfig::isConfiguration).toList()) {
          try (var in = jar.getInputStream(entry)) {
            add(json.readTree(in), classes, resources);
          }
        }
      }
    }
    return new NativeConfig(Map.copyOf(classes), List.copyOf(resources));
  }

  private static boolean isConfiguration(JarEntry entry) {
    return entry
        .getName()
        .matches(
            "META-INF/native-image/(.*/)?(reflect-config|resource-config|reachability-metadata)\\.json");
  }

  private static void add(
      JsonNode file, Map<String, Registration> classes, List<Pattern> resources) {
    for (JsonNode entry : file.isArray() ? file : file.path("reflection")) {
      var name = entry.path(entry.has("name") ? "name" : "type").asText();
      classes.merge(name, Registration.of(entry), Registration::and);
    }
    for (JsonNode entry : file.path("resources").path("includes")) {
      resources.add(Pattern.compile(entry.path("pattern").asText()));
    }
  }

  Registration of(String className) {
    return classes.getOrDefault(className, Registration.NONE);
  }

  boolean carries(String resource) {
    return resources.stream().anyMatch(pattern -> pattern.matcher(resource).matches());
  }
}
