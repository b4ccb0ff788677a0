package dev.bellwether.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The environment variables that a packaged service reads: those of Quarkus' extensions that are in
 * it, of Kafka's clients, and of our own settings.
 */
record ServiceSettings(Set<String> variables) {

  /** Read by the JVM and by glibc. */
  private static final Set<String> PROCESS = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");

  private static final Pattern SETTING = Pattern.compile("bellwether(\\.[a-z][a-z-]*)+");
  private static final Pattern VARIABLE = Pattern.compile("BELLWETHER(_[A-Z]+)+");
  private static final Pattern MENTIONED = Pattern.compile("\\$\\{([a-z.-]+)[:}]");

  static ServiceSettings of(Chart.Service service) throws IOException {
    var found = new HashSet<>(PROCESS);
    AdminClientConfig.configNames().forEach(name -> found.add("KAFKA_" + variable(name)));
    var app = service.target().resolve("quarkus-app");
    addOwn(service.target().resolve("classes"), found);
    for (Path jar : jars(app.resolve("lib"))) {
      try (var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
        var model = files.getPath("/META-INF/quarkus-config-doc/quarkus-config-model.json");
        if (Files.exists(model)) {
          addDocumented(new ObjectMapper().readTree(Files.readAllBytes(model)), found);
        }
        if (jar.getFileName().toString().startsWith("dev.bellwether.")) {
          addOwn(files.getPath("/"), found);
        }
      }
    }
    return new ServiceSettings(found);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  /** What Quarkus documents as read when a service starts; the rest is settled when it is built. */
  private static void addDocumented(JsonNode model, Set<String> found) {
    for (JsonNode root : model.path("configRoots")) {
      for (JsonNode item : root.findParents("phase")) {
        if (item.path("phase").asText().equals("RUN_TIME")) {
          item.findValuesAsText("environmentVariable").forEach(found::add);
        }
      }
    }
  }

  private static void addOwn(Path root, Set<String> found) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var name = file.getFileName().toString();
        if (name.endsWith(".properties")) {
          addMentioned(file, found);
        } else if (name.endsWith(".class") && !name.equals("module-info.class")) {
          addNamed(ClassFile.of().parse(Files.readAllBytes(file)), found);
        }
      }
    }
  }

  private static void addMentioned(Path file, Set<String> found) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    for (String value :
        properties.stringPropertyNames().stream().map(properties::getProperty).toList()) {
      MENTIONED.matcher(value).results().forEach(match -> found.add(variable(match.group(1))));
    }
  }

  /** Settings that an annotation names, alone or as the prefix of an interface's methods. */
  private static void addNamed(ClassModel type, Set<String> found) {
    for (var entry : type.constantPool()) {
      if (entry instanceof StringEntry text && VARIABLE.matcher(text.stringValue()).matches()) {
        found.add(text.stringValue());
      }
      if (entry instanceof Utf8Entry text && SETTING.matcher(text.stringValue()).matches()) {
        found.add(variable(text.stringValue()));
        type.methods()
            .forEach(
                method ->
                    found.add(
                        variable(text.stringValue() + "." + method.methodName().stringValue())));
      }
    }
  }

  private static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  boolean reads(String variable) {
    return variables.contains(variable);
  }
}
