package dev.bellwether.local.models;

import dev.bellwether.embedded.OwnerOnly;
import dev.bellwether.local.dev.MavenHome;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches what phrases need, by the project's own Maven. */
@Command(
    name = "phrases",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches the three model files of Stanford CoreNLP that phrases need (81 MB) and checks them.",
      "Maven downloads the two jars they come in, 920 MB, and keeps those in its own repository (~/.m2).",
      "./bellwether up --phrases uses them."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the files are there and the right ones", "1:they are not", "2:wrong usage"})
public final class PhraseModelsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "Where the files go. Default: phrases in the data folder.")
  private Path into;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = folder();
    var check = new ModelCheck(Where.root());
    if (check.complaint(folder).isEmpty()) {
      say("the models are in " + folder + " already");
      return 0;
    }
    say("fetching 920 MB, unless Maven has them; 81 MB of that go to " + folder);
    new ModelFetch(Where.root(), MavenHome.ofThisMachine(Where.root()).program())
        .into(folder, System.console() != null && System.console().isTerminal());
    check
        .complaint(folder)
        .ifPresent(
            complaint -> {
              throw new SuiteException(complaint);
            });
    say("the models are in " + folder + "; ./bellwether up --phrases" + option() + " uses them");
    return 0;
  }

  private Path folder() throws IOException {
    if (into == null) {
      OwnerOnly.makeFolder(where.dataDir().path());
      return Files.createDirectories(where.dataDir().phraseModels());
    }
    return Files.createDirectories(into.toAbsolutePath().normalize());
  }

  private String option() {
    return into == null ? "" : " " + into;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
