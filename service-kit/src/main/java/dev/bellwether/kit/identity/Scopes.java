package dev.bellwether.kit.identity;

import java.util.List;

/** What a key may be allowed to do; carried as {@code groups} in the signed identity. */
public final class Scopes {

  public static final String MENTIONS_READ = "mentions:read";
  public static final String MENTIONS_WRITE = "mentions:write";
  public static final String MONITORS_READ = "monitors:read";
  public static final String MONITORS_WRITE = "monitors:write";
  public static final String ADS_READ = "ads:read";
  public static final String ADS_WRITE = "ads:write";
  public static final String SENTIMENT_READ = "sentiment:read";

  /** A person's word on a mention's sentiment; it wins over the model's. */
  public static final String SENTIMENT_WRITE = "sentiment:write";

  public static final String TRENDS_READ = "trends:read";
  public static final String ALERTS_READ = "alerts:read";

  /** Rules, and where what they find is sent. */
  public static final String ALERTS_WRITE = "alerts:write";

  public static final String PLANS_READ = "plans:read";

  /** To have plans made. */
  public static final String PLANS_WRITE = "plans:write";

  /**
   * To decide on plans and send them to platforms: apart from making them, so that a team can have
   * four eyes.
   */
  public static final String PLANS_APPROVE = "plans:approve";

  /** Who has seen and done what. */
  public static final String AUDIT_READ = "audit:read";

  /** How long mentions are kept; what is older goes for good. */
  public static final String RETENTION_WRITE = "retention:write";

  public static final String ERASURES_READ = "erasures:read";
  public static final String ERASURES_WRITE = "erasures:write";

  public static final List<String> ALL =
      List.of(
          MENTIONS_READ,
          MENTIONS_WRITE,
          MONITORS_READ,
          MONITORS_WRITE,
          ADS_READ,
          ADS_WRITE,
          SENTIMENT_READ,
          SENTIMENT_WRITE,
          TRENDS_READ,
          ALERTS_READ,
          ALERTS_WRITE,
          PLANS_READ,
          PLANS_WRITE,
          PLANS_APPROVE,
          AUDIT_READ,
          RETENTION_WRITE,
          ERASURES_READ,
          ERASURES_WRITE);

  private Scopes() {}
}
