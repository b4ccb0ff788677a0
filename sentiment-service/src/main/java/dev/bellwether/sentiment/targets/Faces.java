package dev.bellwether.sentiment.targets;

/** Faces drawn with punctuation, as far as clauses must not end at their signs. */
final class Faces {

  private static final String EYES = ":;=";
  private static final String NOSES = "-'o^";
  private static final String MOUTHS = ")](}[{dDpP/\\|@$3*oO";

  private Faces() {}

  /** How many characters from {@code at} are a face; 0 where there is none. */
  static int lengthAt(String text, int at, int length) {
    if (text.startsWith("<3", at)) {
      return 2;
    }
    if (text.startsWith("</3", at)) {
      return 3;
    }
    if (EYES.indexOf(text.charAt(at)) < 0 || text.startsWith("://", at)) {
      return 0;
    }
    int i = at + 1;
    if (i < length && NOSES.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (i >= length || MOUTHS.indexOf(text.charAt(i)) < 0) {
      return 0;
    }
    boolean runsOn = i + 1 < length && Character.isLetterOrDigit(text.charAt(i + 1));
    boolean letters = Character.isLetterOrDigit(text.charAt(i)) && runsOn;
    return letters ? 0 : i + 1 - at;
  }
}
