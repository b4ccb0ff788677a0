package dev.bellwether.adexport;

/** Whose names a file's columns bear. */
public enum Dialect {
  META_ADS_MANAGER("Meta Ads Manager"),
  META_MARKETING_API("Meta Marketing API"),
  GOOGLE_ADS("Google Ads"),
  GOOGLE_ADS_API("Google Ads API"),
  KAGGLE_FACEBOOK_ADS("Kaggle's Facebook ads"),
  BELLWETHER("Bellwether");

  private final String label;

  Dialect(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Programs write a point before the decimals, whatever the user's language. */
  boolean isWrittenByProgram() {
    return switch (this) {
      case META_MARKETING_API, GOOGLE_ADS_API, KAGGLE_FACEBOOK_ADS, BELLWETHER -> true;
      case META_ADS_MANAGER, GOOGLE_ADS -> false;
    };
  }
}
