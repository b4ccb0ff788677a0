package dev.bellwether.campaign.export.writer;

/**
 * A way to carry a plan's budgets to a platform. Writing the same order again must leave the
 * platform as it is.
 */
public interface PlatformWriter {

  /** By which a delivery names it: small letters. */
  String name();

  /**
   * Writes one day's budgets; may block as long as an attempt may take.
   *
   * @return what became of each line, in the order's order
   * @throws WriteFailedException where it is not known that anything was written
   */
  Delivery write(WriteOrder order);
}
