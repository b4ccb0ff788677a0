package dev.bellwether.campaign.decision.storage;

import dev.bellwether.campaign.figures.storage.FigureReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Which day it is for an account. */
@ApplicationScoped
public class AccountDays {

  /**
   * Where a day ends last: an account whose zone is not known is given the benefit of the doubt.
   */
  private static final ZoneId LATEST_ZONE = ZoneOffset.ofHours(-12);

  private final FigureReader figures;

  public AccountDays(FigureReader figures) {
    this.figures = figures;
  }

  /** The account's local day, by the time zone of its newest figures. */
  public LocalDate at(Instant now, String workspace, String account) {
    return LocalDate.ofInstant(now, figures.zone(workspace, account).orElse(LATEST_ZONE));
  }
}
