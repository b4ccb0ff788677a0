package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.EventClock;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * A workspace's clock in one partition.
 *
 * @param sentThrough the bucket before which all counts have been sent, {@link Long#MIN_VALUE} at
 *     first
 */
public record WorkspaceClock(EventClock clock, long sentThrough) {

  public static final WorkspaceClock NEW = new WorkspaceClock(EventClock.UNSET, Long.MIN_VALUE);

  public static final BinaryCodec<WorkspaceClock> CODEC = new Codec();

  private static final class Codec implements BinaryCodec<WorkspaceClock> {

    private static final CountedPostCodec POSTS = new CountedPostCodec();

    @Override
    public void write(WorkspaceClock workspace, DataOutputStream out) throws IOException {
      out.writeLong(workspace.sentThrough);
      out.writeBoolean(workspace.clock.now() != null);
      if (workspace.clock.now() != null) {
        out.writeLong(workspace.clock.now().toEpochMilli());
      }
      BinaryCodec.writeList(workspace.clock.held(), POSTS, out);
    }

    @Override
    public WorkspaceClock read(DataInputStream in) throws IOException {
      long sentThrough = in.readLong();
      Instant now = in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null;
      var held = BinaryCodec.<CountedPost>readList(POSTS, in);
      return new WorkspaceClock(new EventClock(now, held), sentThrough);
    }
  }
}
