package dev.bellwether.local.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenHomeTest {

  @TempDir Path root;

  @BeforeEach
  void nameAVersion() throws IOException {
    Files.createDirectories(root.resolve(".mvn/wrapper"));
    Files.writeString(
        root.resolve(".mvn/wrapper/maven-wrapper.properties"),
        "distributionUrl=https://example.org/3.9.16/apache-maven-3.9.16-bin.zip?x");
  }

  @Test
  void withoutAMavenTheWrapperIsUsed() throws Exception {
    assertEquals(root.resolve("mvnw"), new MavenHome(root, List.of(root.resolve("no"))).program());
  }

  @Test
  void aNewMavenOnThePathIsUsedAsItIs() throws Exception {
    var newer = mvn("newer", "echo 'Apache Maven 3.9.9 (abc)'");
    var older = mvn("older", "echo 'Apache Maven 3.8.7'");
    assertEquals(
        newer, new MavenHome(root, List.of(newer.getParent(), older.getParent())).program());
    var four = mvn("four", "echo 'Apache Maven 4.0.0'");
    assertEquals(four, new MavenHome(root, List.of(four.getParent())).program());
  }

  @Test
  void anOldMavenFetchesTheWrappersVersionOnce() throws Exception {
    var older =
        mvn(
            "older",
            """
            [ "$1" = --version ] && echo 'Apache Maven 3.8.7' && exit
            echo "$@" >> "$PWD/asked"
            for last; do :; done
            mkdir -p "${last#-DoutputDirectory=}/apache-maven-3.9.16/bin"
            echo > "${last#-DoutputDirectory=}/apache-maven-3.9.16/bin/mvn"
            """);
    var home = new MavenHome(root, List.of(older.getParent()));
    var fetched = home.program();
    assertEquals(root.resolve("target/maven/apache-maven-3.9.16/bin/mvn"), fetched);
    assertTrue(Files.isExecutable(fetched));
    assertEquals(fetched, home.program());
    var asked = Files.readAllLines(root.resolve("asked"));
    assertEquals(1, asked.size());
    assertTrue(asked.getFirst().contains("org.apache.maven:apache-maven:3.9.16:zip:bin"));
  }

  @Test
  void anOldMavenThatCannotFetchSaysSo() throws Exception {
    var older =
        mvn(
            "older",
            "[ \"$1\" = --version ] && echo 'Apache Maven 3.8.7' || { echo offline; exit 1; }");
    var home = new MavenHome(root, List.of(older.getParent()));
    var thrown = assertThrows(SuiteException.class, home::program);
    assertTrue(thrown.getMessage().contains("Maven 3.9"), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("offline"), thrown.getMessage());
  }

  private Path mvn(String folder, String script) throws IOException {
    var program = root.resolve(folder).resolve("mvn");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return program;
  }
}
