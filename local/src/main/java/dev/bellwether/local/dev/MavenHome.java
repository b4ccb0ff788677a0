package dev.bellwether.local.dev;

import dev.bellwether.embedded.ChildEnvironment;
import dev.bellwether.local.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a Maven that Quarkus' live reload accepts: 3.9 or newer, while many systems bring 3.8. An
 * older one on the path can still fetch the wrapper's version from wherever it takes artefacts.
 *
 * @param root of the source tree
 * @param path folders to look for {@code mvn} in, in order
 */
public record MavenHome(Path root, List<Path> path) {

  private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)");
  private static final Pattern WRAPPED = Pattern.compile("apache-maven-(\\d[\\w.-]*?)-bin\\.zip");
  private static final String UNPACK =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack";

  public static MavenHome ofThisMachine(Path root) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return new MavenHome(
        root,
        Stream.of(path.split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList());
  }

  /**
   * A program to run Maven by; may take a while the first time.
   *
   * @throws SuiteException when an older Maven cannot fetch a newer one
   */
  public Path program() throws IOException, InterruptedException {
    var onPath =
        path.stream().map(folder -> folder.resolve("mvn")).filter(Files::isExecutable).findFirst();
    if (onPath.isEmpty()) {
      return root.resolve("mvnw");
    }
    return isNewEnough(onPath.get()) ? onPath.get() : fetchedBy(onPath.get());
  }

  private static boolean isNewEnough(Path mvn) throws IOException, InterruptedException {
    var process =
        ChildEnvironment.clean(new ProcessBuilder(mvn.toString(), "--version"))
            .redirectError(Redirect.DISCARD)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    var version = VERSION.matcher(said);
    if (!version.find()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    return major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= 9);
  }

  private Path fetchedBy(Path mvn) throws IOException, InterruptedException {
    var version = wrappedVersion();
    var folder = root.resolve("target/maven");
    var home = folder.resolve("apache-maven-" + version);
    var program = home.resolve("bin/mvn");
    if (Files.exists(program)) {
      return program;
    }
    // aside: half of a Maven, after Ctrl-C, would be taken for one ever after
    Files.createDirectories(folder);
    var aside = Files.createTempDirectory(folder, "unpacking-");
    var unpack =
        List.of(
            mvn.toString(),
            "-q",
            "-B",
            "-N",
            UNPACK,
            "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
            "-DoutputDirectory=" + aside);
    var process =
        ChildEnvironment.clean(new ProcessBuilder(unpack))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var unpacked = aside.resolve(home.getFileName());
    if (process.waitFor() != 0 || !unpacked.resolve("bin/mvn").toFile().setExecutable(true)) {
      throw new SuiteException(
          "live reload needs Maven 3.9 or newer; %s is older and could not fetch %s: %s"
              .formatted(mvn, version, said.strip()));
    }
    Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(aside);
    return program;
  }

  private String wrappedVersion() throws IOException {
    var wrapper = root.resolve(".mvn/wrapper/maven-wrapper.properties");
    var version = WRAPPED.matcher(Files.readString(wrapper));
    if (!version.find()) {
      throw new SuiteException(wrapper + " names no version of Maven");
    }
    return version.group(1);
  }
}
