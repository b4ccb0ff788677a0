package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.detection.ActiveTrend;
import dev.bellwether.trend.detection.Habit;
import dev.bellwether.trend.detection.MonitorMemory;
import dev.bellwether.trend.detection.Rhythm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/** All but the habits of terms, which are read back as none: {@link RememberedTerms} keeps them. */
record MonitorMemoryCodec(ObjectMapper json) implements BinaryCodec<MonitorMemory> {

  @Override
  public void write(MonitorMemory memory, DataOutputStream out) throws IOException {
    out.writeLong(memory.firstBucket());
    out.writeLong(memory.lastBucket());
    writeHabit(memory.volume(), out);
    writeRhythm(memory.rhythm(), out);
    out.writeInt(memory.trends().size());
    for (var active : memory.trends()) {
      out.writeLong(active.peakMentions());
      var bytes = json.writeValueAsBytes(active.trend());
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  @Override
  public MonitorMemory read(DataInputStream in) throws IOException {
    long firstBucket = in.readLong();
    long lastBucket = in.readLong();
    var volume = readHabit(in);
    var rhythm = readRhythm(in);
    int trendCount = in.readInt();
    var trends = new ArrayList<ActiveTrend>(trendCount);
    for (int i = 0; i < trendCount; i++) {
      long peak = in.readLong();
      trends.add(new ActiveTrend(json.readValue(in.readNBytes(in.readInt()), Trend.class), peak));
    }
    return MonitorMemory.withoutTerms(firstBucket, lastBucket, volume, rhythm, trends);
  }

  private static void writeHabit(Habit habit, DataOutputStream out) throws IOException {
    out.writeDouble(habit.mean());
    out.writeDouble(habit.variance());
    out.writeLong(habit.bucket());
  }

  private static Habit readHabit(DataInputStream in) throws IOException {
    return new Habit(in.readDouble(), in.readDouble(), in.readLong());
  }

  private static void writeRhythm(Rhythm rhythm, DataOutputStream out) throws IOException {
    out.writeDouble(rhythm.variance());
    for (var hour : rhythm.hours()) {
      out.writeDouble(hour.mean());
      out.writeInt(hour.seen());
    }
  }

  private static Rhythm readRhythm(DataInputStream in) throws IOException {
    double variance = in.readDouble();
    var hours = new ArrayList<Rhythm.Hour>(24);
    for (int hour = 0; hour < 24; hour++) {
      hours.add(new Rhythm.Hour(in.readDouble(), in.readInt()));
    }
    return new Rhythm(hours, variance);
  }
}
