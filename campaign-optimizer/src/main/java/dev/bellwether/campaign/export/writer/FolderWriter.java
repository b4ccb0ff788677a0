package dev.bellwether.campaign.export.writer;

import dev.bellwether.campaign.export.DayBudgets;
import dev.bellwether.campaign.export.Sheet;
import dev.bellwether.campaign.export.writer.Delivery.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes files for bulk uploads into a folder: {@code workspace/account/day-platform-plan.csv}. A
 * file is there whole or not at all.
 */
final class FolderWriter implements PlatformWriter {

  static final String NAME = "folder";

  private final Path folder;

  FolderWriter(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Delivery write(WriteOrder order) {
    Sheet sheet = Sheet.of(order.platform(), order.budgets(), Sheet.Options.STANDARD);
    byte[] bytes = sheet.csv().getBytes(StandardCharsets.UTF_8);
    Path file =
        folder
            .resolve(segment(order.plan().workspace()))
            .resolve(segment(order.plan().account()))
            .resolve(
                order.day()
                    + "-"
                    + order.platform().label()
                    + "-"
                    + segment(order.plan().id())
                    + ".csv");
    boolean isNew = put(file, bytes);
    Map<List<String>, String> refused = new HashMap<>();
    sheet
        .refused()
        .forEach(line -> refused.put(List.of(line.campaign(), line.adSet()), line.reason()));
    return new Delivery(
        order.budgets().lines().stream().map(line -> result(line, refused, isNew)).toList());
  }

  private static Delivery.Line result(
      DayBudgets.Line line, Map<List<String>, String> refused, boolean isNew) {
    String reason = refused.get(List.of(line.campaign(), line.adSet()));
    Result result;
    if (reason != null) {
      result = Result.REFUSED;
    } else {
      result = isNew && !line.standsStill() ? Result.WRITTEN : Result.UNCHANGED;
    }
    return new Delivery.Line(line.campaign(), line.adSet(), line.dayMicros(), result, reason);
  }

  /** Whether the file was not so before. */
  private static boolean put(Path file, byte[] bytes) {
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return false;
      }
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), ".", ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return true;
    } catch (IOException e) {
      throw new WriteFailedException(
          "The folder for plans cannot be written (" + e.getClass().getSimpleName() + ").", e);
    }
  }

  /**
   * A name as one part of a path: what could lead elsewhere, or is no letter, is percent-encoded.
   */
  private static String segment(String name) {
    var text = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
      text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return text.toString();
  }
}
