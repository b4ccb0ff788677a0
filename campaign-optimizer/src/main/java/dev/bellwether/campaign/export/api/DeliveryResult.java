package dev.bellwether.campaign.export.api;

import dev.bellwether.campaign.export.writer.Delivery;
import java.time.LocalDate;
import java.util.List;

/**
 * What a writer made of a plan.
 *
 * @param delivery the same for the same approval, day, platform and writer
 * @param written how many lines were
 * @param unchanged how many were so before
 * @param refused how many were not taken
 */
public record DeliveryResult(
    String delivery,
    String writer,
    LocalDate day,
    long written,
    long unchanged,
    long refused,
    List<Delivery.Line> lines) {

  public DeliveryResult {
    lines = List.copyOf(lines);
  }
}
