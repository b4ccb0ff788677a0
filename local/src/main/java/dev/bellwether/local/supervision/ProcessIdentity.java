package dev.bellwether.local.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be told again later. An id alone is not enough: the system gives it to
 * another process when the first is gone.
 *
 * @param started when the process began, as the system tells it
 */
public record ProcessIdentity(long pid, Instant started) {

  /** The system derives the start from its boot time, which moves when the clock is set. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, when it still runs; empty when it is gone, though another may have its id now. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThis);
  }

  private boolean isThis(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(begun -> Duration.between(begun, started).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
