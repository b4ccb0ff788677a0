package dev.bellwether.sentiment.scoring;

import dev.bellwether.sentiment.features.Scratch;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;

/**
 * A few scratches for any number of threads, virtual ones too: at most {@link #KEPT} are kept, and
 * none that an unusual post has made large.
 */
final class ScratchPool {

  private static final int KEPT = 16;

  private final ArrayBlockingQueue<Scratch> free = new ArrayBlockingQueue<>(KEPT);

  <T> T with(Function<Scratch, T> work) {
    var scratch = free.poll();
    if (scratch == null) {
      scratch = new Scratch();
    }
    try {
      return work.apply(scratch);
    } finally {
      if (!scratch.large()) {
        // a full pool lets it go
        boolean ignored = free.offer(scratch);
      }
    }
  }
}
