package dev.bellwether.local.suite;

import dev.bellwether.local.backends.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether there is disk and memory for the suite. The figures come from measurements: a new folder
 * takes 210 MB, five idle services 930 MB, the whole under the demo's load not more than 2.5 GB.
 *
 * @param phrases whether sentiment also holds the phrase models
 */
record Room(DataDir dataDir, Backends backends, boolean phrases) {

  static final long MEGABYTE = 1 << 20;

  private static final long DISK_TO_START = 512;
  private static final long DISK_FOR_A_WHILE = 2_048;
  private static final long SERVICES_MEMORY = 950;
  private static final long SERVICES_MEMORY_AT_WORK = 1_700;
  private static final long PHRASES_MEMORY = 1_400;
  private static final long BROKER_MEMORY = 250;
  private static final long BROKER_MEMORY_AT_WORK = 450;
  private static final long DATABASE_MEMORY = 100;
  private static final long DATABASE_MEMORY_AT_WORK = 350;

  Room(DataDir dataDir, Backends backends) {
    this(dataDir, backends, false);
  }

  /**
   * One line of warning when it may become tight.
   *
   * @throws SuiteException when it is not enough to start
   */
  Optional<String> checkDisk() {
    return checkDisk(usableBytes().orElse(Long.MAX_VALUE) / MEGABYTE);
  }

  Optional<String> checkDisk(long megabytes) {
    if (megabytes < DISK_TO_START) {
      throw new SuiteException(
          "the disk of %s has %d MB left and the suite needs %d MB to start: free some, or give a --data-dir on another disk"
              .formatted(dataDir.path(), megabytes, DISK_TO_START));
    }
    return megabytes < DISK_FOR_A_WHILE
        ? Optional.of(
            "warning: the disk of %s has only %d MB left; below %d MB the suite stops"
                .formatted(dataDir.path(), megabytes, DiskWatch.RESERVE_MEGABYTES))
        : Optional.empty();
  }

  /**
   * One line of warning when the suite may need more under load.
   *
   * @throws SuiteException when it is not enough to start
   */
  Optional<String> checkMemory(OptionalLong available) {
    long megabytes = available.orElse(Long.MAX_VALUE) / MEGABYTE;
    long least = sum(SERVICES_MEMORY, BROKER_MEMORY, DATABASE_MEMORY);
    long atWork = sum(SERVICES_MEMORY_AT_WORK, BROKER_MEMORY_AT_WORK, DATABASE_MEMORY_AT_WORK);
    if (megabytes < least) {
      throw new SuiteException(
          "%d MB of memory are available and the suite needs %d MB to start, %d MB under load: end other programs, or give the machine or container more"
              .formatted(megabytes, least, atWork));
    }
    return megabytes < atWork
        ? Optional.of(
            "warning: %d MB of memory are available; under load the suite takes up to %d MB"
                .formatted(megabytes, atWork))
        : Optional.empty();
  }

  private long sum(long services, long broker, long database) {
    return services
        + (phrases ? PHRASES_MEMORY : 0)
        + (backends.kafka().isPresent() ? 0 : broker)
        + (backends.postgres().isPresent() ? 0 : database);
  }

  /** What is left on the folder's disk; empty when the system does not tell. */
  OptionalLong usableBytes() {
    try {
      return OptionalLong.of(Files.getFileStore(dataDir.path()).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
