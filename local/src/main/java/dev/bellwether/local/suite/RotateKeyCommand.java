package dev.bellwether.local.suite;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a stopped suite a new key for pseudonyms, and keeps the older ones for finding authors. */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new key for authors' pseudonyms, used from the next start on.",
      "Older keys stay, so that authors are still found, exported and erased."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the key is changed", "1:the suite runs, or never ran", "2:wrong usage"})
public final class RotateKeyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Option(
      names = "--retire",
      paramLabel = "ID",
      description =
          "Instead, throws away the older key of this id, as author.keyId names it. Only when all that it named has expired: nobody finds those authors afterwards.")
  private String retired;

  @Override
  public Integer call() throws IOException {
    var dataDir = where.dataDir();
    SuiteState.read(dataDir);
    var lock = SuiteLock.take(dataDir);
    try (lock) {
      var keys = PseudonymKeyRing.parse(SuiteState.read(dataDir).pseudonymKey());
      var next = retired == null ? keys.withNew() : keys.without(retired);
      SuiteState.read(dataDir).keepPseudonymKey(dataDir, next.text());
      spec.commandLine().getOut().println(next.summary());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
