package dev.bellwether.ingest.language;

/** Says which language a text is in. */
@FunctionalInterface
public interface LanguageIdentifier {

  /**
   * @param prose a text without links, hashtags and account names
   * @return ISO 639-1, or {@code und} rather than a guess
   */
  String identify(String prose);
}
