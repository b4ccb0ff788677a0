package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.backends.Backends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void aDiskThatIsTooFullIsRefusedAndOneThatMayBecomeSoIsWarnedOf() {
    var room = new Room(new DataDir(folder), Backends.OWN);
    var refused = assertThrows(SuiteException.class, () -> room.checkDisk(511));
    assertTrue(refused.getMessage().contains("has 511 MB left and the suite needs 512 MB"));
    assertTrue(room.checkDisk(600).orElseThrow().startsWith("warning: the disk of " + folder));
    assertTrue(room.checkDisk(5_000).isEmpty());
  }

  @Test
  void tooLittleMemoryIsRefusedWithTheNumberNeeded() {
    var room = new Room(new DataDir(folder), Backends.OWN);
    var refused =
        assertThrows(
            SuiteException.class, () -> room.checkMemory(OptionalLong.of(1_000 * MEGABYTE)));
    assertTrue(
        refused
            .getMessage()
            .startsWith("1000 MB of memory are available and the suite needs 1300 MB"),
        refused.getMessage());
    assertTrue(
        room.checkMemory(OptionalLong.of(1_500 * MEGABYTE)).orElseThrow().contains("2500 MB"));
    assertTrue(room.checkMemory(OptionalLong.of(4_000 * MEGABYTE)).isEmpty());
    assertTrue(room.checkMemory(OptionalLong.empty()).isEmpty(), "the system does not tell");
  }

  @Test
  void theDiskIsWarnedOfEarlyThenWheneverHalfIsGoneAndEndsTheSuiteOnce() {
    var left = new AtomicLong(2_000);
    List<String> said = new ArrayList<>();
    List<String> full = new ArrayList<>();
    try (var watch = new DiskWatch(left::get, said::add, full::add)) {
      for (long now : new long[] {2_000, 1_000, 900, 501, 499, 400, 2_000, 1_023, 200, 95, 50}) {
        left.set(now);
        watch.look();
      }
    }
    assertEquals(
        List.of("1000", "499", "1023", "200"),
        said.stream().map(line -> line.replaceAll("\\D*(\\d+) MB left.*", "$1")).toList());
    assertEquals(1, full.size());
    assertTrue(full.getFirst().startsWith("the disk has 95 MB left"), full.getFirst());
  }

  @Test
  void memoryIsWhatTheMachineHasOrLessInAContainer() throws Exception {
    write("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable:    3000000 kB\n");
    assertEquals(OptionalLong.of(3_000_000L << 10), new AvailableMemory(folder).bytes());

    write("proc/self/cgroup", "0::/user/app\n");
    write("sys/fs/cgroup/memory.max", "max\n");
    write("sys/fs/cgroup/user/memory.max", "2000000000\n");
    write("sys/fs/cgroup/user/memory.current", "1500000000\n");
    write("sys/fs/cgroup/user/memory.stat", "anon 1\ninactive_file 300000000\n");
    assertEquals(OptionalLong.of(800_000_000), new AvailableMemory(folder).bytes());
  }

  @Test
  void theFirstVersionOfControlGroupsIsReadAsWell() throws Exception {
    write("proc/self/cgroup", "4:cpu,cpuacct:/x\n3:memory:/docker/abc\n0::/\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000000000\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "400000000\n");
    write("sys/fs/cgroup/memory/memory.stat", "total_inactive_file 100000000\n");
    assertEquals(OptionalLong.of(700_000_000), new AvailableMemory(folder).bytes());
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    assertEquals(OptionalLong.empty(), new AvailableMemory(folder).bytes());
  }

  private void write(String file, String content) throws Exception {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
