package dev.bellwether.trend.topology;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When this instance last read a post of a workspace, from whichever partition, or a report of what
 * was counted. One partition may wait seconds for its turn while others are read, and all of them
 * while reports are judged; so a partition is idle only when nothing of the workspace is read at
 * all.
 */
public final class WorkspaceActivity {

  private final Map<String, Long> lastPost = new ConcurrentHashMap<>();

  public void seen(String workspace, long wallMillis) {
    lastPost.merge(workspace, wallMillis, Math::max);
  }

  /**
   * Whether nothing was read for that long; a workspace of which nothing was read yet begins to be
   * quiet now.
   */
  public boolean quietFor(Duration length, String workspace, long wallMillis) {
    long last = lastPost.computeIfAbsent(workspace, unknown -> wallMillis);
    return wallMillis - last >= length.toMillis();
  }
}
