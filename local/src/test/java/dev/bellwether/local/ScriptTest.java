package dev.bellwether.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code bellwether} in a tree of its own, with JDKs and a Maven that only say what they
 * were asked.
 */
class ScriptTest {

  private static final String PATH = "/usr/bin:/bin";

  @TempDir Path folder;

  private Path tree;

  @BeforeEach
  void makeTree() throws IOException {
    tree = folder.toRealPath().resolve("tree");
    Files.createDirectories(tree.resolve("local/target/lib"));
    Files.createDirectories(tree.resolve("local/src/main"));
    Files.createDirectories(tree.resolve("target"));
    Files.copy(
        Path.of(System.getProperty("bellwether.root", "..")).resolve("bellwether"),
        tree.resolve("bellwether"));
    Files.writeString(
        tree.resolve("pom.xml"),
        "<project><modules>\n<module>local</module>\n</modules></project>");
    Files.writeString(tree.resolve("local/pom.xml"), "<project/>");
    Files.writeString(tree.resolve("local/target/local-1.jar"), "");
    program(
        tree.resolve("mvnw"),
        "echo \"maven $* with $JAVA_HOME\"; echo built >> \"" + tree.resolve("builds") + "\"");
    program(folder.resolve("path/mvn"), "echo 'Apache Maven 3.6.3'");
    built(Instant.now().plusSeconds(5));
  }

  @Test
  void javaHomeIsTakenFirst() throws Exception {
    var home = jdk("home", "25.0.1");
    var other = jdk("other", "25");
    assertTrue(
        run(
                Map.of("JAVA_HOME", home.toString(), "BELLWETHER_JDK_FOLDERS", other.toString()),
                "status")
            .startsWith(home + " "));
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    var old = jdk("old", "17.0.9");
    var runtimeOnly = jdk("jre", "25");
    Files.delete(runtimeOnly.resolve("bin/javac"));
    var newer = jdk("newer", "26-ea");
    var output =
        run(
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "BELLWETHER_JDK_FOLDERS",
                old + ":" + runtimeOnly + ":" + newer),
            "status",
            "a b");
    assertTrue(output.startsWith(newer + " "), output);
    assertTrue(output.endsWith("dev.bellwether.local.Bellwether status a b"), output);
    assertTrue(
        output.contains(
            "-cp " + tree + "/local/target/local-1.jar:" + tree + "/local/target/lib/*"),
        output);
  }

  @Test
  void theJavaOnThePathIsFollowedToItsJdk() throws Exception {
    var home = jdk("real", "25");
    Files.createSymbolicLink(folder.resolve("path/java"), home.resolve("bin/java"));
    var output =
        run(
            Map.of(
                "PATH", folder.resolve("path") + ":" + PATH, "BELLWETHER_JDK_FOLDERS", "/nowhere"),
            "status");
    assertTrue(output.startsWith(home + " "), output);
  }

  @Test
  void withoutAJdkThereIsOneClearLine() throws Exception {
    var old = jdk("old", "21");
    assertEquals(
        "bellwether: no JDK 25 or newer found: install one, or set JAVA_HOME to it\nexit 1",
        run(Map.of("JAVA_HOME", old.toString(), "BELLWETHER_JDK_FOLDERS", "/nowhere"), "status"));
  }

  @Test
  void onlyWhatIsStaleIsBuilt() throws Exception {
    var environment =
        Map.of(
            "JAVA_HOME", jdk("home", "25").toString(), "PATH", folder.resolve("path") + ":" + PATH);
    run(environment, "status");
    assertEquals(0, builds());

    built(Instant.now().minusSeconds(60));
    assertTrue(run(environment, "status").startsWith("building (first time"));
    assertEquals(1, builds());
    run(environment, "status");
    assertEquals(1, builds(), "nothing has changed since");

    built(Instant.now().minusSeconds(60));
    Files.writeString(tree.resolve("local/src/main/New.java"), "");
    run(environment, "status");
    assertEquals(2, builds(), "a source is newer");
  }

  @Test
  void whatAnEarlierBuildPutOnTheClassPathIsGone() throws Exception {
    var library = Files.writeString(tree.resolve("local/target/lib/library-1.jar"), "");
    var home = jdk("home", "25");
    built(Instant.now().minusSeconds(60));
    program(tree.resolve("mvnw"), "mkdir -p local/target/lib; touch local/target/local-2.jar");
    var output = run(environment(home), "status");
    assertFalse(Files.exists(library), "a library's former version");
    assertTrue(
        output.contains("-cp " + tree + "/local/target/local-2.jar:" + tree + "/local/target/lib"),
        output);
    assertTrue(run(environment(home), "status").startsWith(home + " "), "it is not stale again");
  }

  @Test
  void aLockWhoseOwnerIsGoneDoesNotBlockTheBuild() throws Exception {
    built(Instant.now().minusSeconds(60));
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(tree.resolve("target/bellwether-building"));
    Files.writeString(tree.resolve("target/bellwether-building/pid"), Long.toString(gone.pid()));
    run(
        Map.of(
            "JAVA_HOME", jdk("home", "25").toString(), "PATH", folder.resolve("path") + ":" + PATH),
        "status");
    assertEquals(1, builds());
  }

  @Test
  void aFailedBuildShowsItsEndAndStops() throws Exception {
    built(Instant.now().minusSeconds(60));
    program(tree.resolve("mvnw"), "echo 'cannot find symbol'; exit 1");
    var output =
        run(
            Map.of(
                "JAVA_HOME",
                jdk("home", "25").toString(),
                "PATH",
                folder.resolve("path") + ":" + PATH),
            "status");
    assertTrue(output.contains("cannot find symbol\nbellwether: the build failed: "), output);
    assertTrue(output.endsWith("exit 1"), output);
  }

  @Test
  void testCompilesAllAnewAndLintsIt() throws Exception {
    var home = jdk("home", "25");
    var classes = tree.resolve("local/target/classes");
    Files.createDirectories(classes);
    assertEquals("maven verify -Plint -o with " + home, run(environment(home), "test", "-o"));
    assertFalse(Files.exists(classes), "classes of another build would not be linted");
  }

  @Test
  void aModuleIsTestedAlone() throws Exception {
    var home = jdk("home", "25");
    var tests = tree.resolve("local/src/test/java/dev/x");
    Files.createDirectories(tests);
    Files.writeString(tests.resolve("SomeTest.java"), "");
    Files.writeString(tests.resolve("Helper.java"), "");
    assertEquals(
        "maven verify -Plint -pl local -am -Dtest=dev.x.SomeTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -o with "
            + home,
        run(environment(home), "test", "local", "-o"));
    assertEquals(
        "bellwether: nonsense is no module: there are local\nexit 1",
        run(environment(home), "test", "nonsense"));
  }

  @Test
  void formatTakesNothingButAPleaForHelp() throws Exception {
    var home = jdk("home", "25");
    assertEquals("maven -q -N spotless:apply with " + home, run(environment(home), "format"));
    assertTrue(run(environment(home), "format", "--help").startsWith("Usage: bellwether format"));
    assertTrue(run(environment(home), "format", "ingest").endsWith("exit 1"));
  }

  private Map<String, String> environment(Path home) {
    return Map.of("JAVA_HOME", home.toString(), "PATH", folder.resolve("path") + ":" + PATH);
  }

  private String run(Map<String, String> environment, String... arguments) throws Exception {
    var command =
        new java.util.ArrayList<>(List.of("/bin/sh", tree.resolve("bellwether").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", PATH, "HOME", folder.toString()));
    builder.environment().putAll(environment);
    var process = builder.start();
    var output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue() == 0 ? output : output + "\nexit " + process.exitValue();
  }

  private long builds() throws IOException {
    var log = tree.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  private void built(Instant when) throws IOException {
    var stamp = tree.resolve("target/bellwether-built");
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, FileTime.from(when));
  }

  private Path jdk(String name, String version) throws IOException {
    var home = folder.toRealPath().resolve(name);
    program(home.resolve("bin/java"), "echo " + home + " \"$@\"");
    program(home.resolve("bin/javac"), "");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void program(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }
}
