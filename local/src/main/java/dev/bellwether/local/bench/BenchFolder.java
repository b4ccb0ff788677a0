package dev.bellwether.local.bench;

import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Erasure;
import dev.bellwether.local.suite.Leftovers;
import dev.bellwether.local.suite.Running;
import dev.bellwether.local.suite.SuiteException;
import java.nio.file.Path;

/** Where benchmarks keep what they need while they run; nobody else puts anything there. */
final class BenchFolder {

  private BenchFolder() {}

  /**
   * The folder, with nothing in it.
   *
   * @throws SuiteException when a suite runs there, or one of another kind has its data there
   */
  static DataDir empty(Path path) {
    var folder = new DataDir(path);
    var former = Running.read(folder);
    if (former.filter(Running::isAlive).isPresent()) {
      throw new SuiteException("a suite runs in " + folder.path() + " already");
    }
    if (folder.hasState() && !folder.isDemo()) {
      throw new SuiteException(
          "the suite in %s was not made by a benchmark, which would empty it: give another --data-dir"
              .formatted(folder.path()));
    }
    new Leftovers(folder, former).end();
    new Erasure(folder).run();
    folder.markAsDemo();
    return folder;
  }
}
