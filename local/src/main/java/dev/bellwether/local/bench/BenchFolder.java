package dev.bellwether.local.bench;

import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Erasure;
import dev.bellwether.local.suite.Leftovers;
import dev.bellwether.local.suite.Running;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.Where;

/** Where benchmarks keep what they need while they run; nobody else puts anything there. */
final class BenchFolder {

  private BenchFolder() {}

  /**
   * The folder, with nothing in it.
   *
   * @throws SuiteException when another benchmark is at work
   */
  static DataDir empty() {
    var folder = new DataDir(Where.root().resolve(".bellwether/bench"));
    var former = Running.read(folder);
    if (former.filter(Running::isAlive).isPresent()) {
      throw new SuiteException("a benchmark runs in " + folder.path() + " already");
    }
    new Leftovers(folder, former).end();
    new Erasure(folder).run();
    folder.markAsDemo();
    return folder;
  }
}
