package dev.bellwether.ingest.language;

import java.lang.Character.UnicodeScript;

/** How many letters of each script a text has. */
final class Letters {

  private static final int LATIN_BLOCKS = 0x250;

  private int latin;
  private int cyrillic;
  private int arabic;
  private int devanagari;
  private int han;
  private int kana;
  private int hangul;
  private int greek;
  private int hebrew;
  private int thai;
  private int other;
  // letters that the script has for its lesser languages: Ukrainian's, or Persian's and Urdu's
  private int beyondRussian;
  private int beyondArabic;

  private Letters() {}

  static Letters in(CharSequence text) {
    var letters = new Letters();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < LATIN_BLOCKS) {
        if (Character.isLetter(c)) {
          letters.latin++;
        }
      } else if (Character.isLetter(c)) {
        letters.count(c);
      }
    }
    return letters;
  }

  private void count(char c) {
    switch (UnicodeScript.of(c)) {
      case LATIN -> latin++;
      case CYRILLIC -> {
        cyrillic++;
        beyondRussian += "іїєґўјљњћђџІЇЄҐЎЈЉЊЋЂЏқңғүұһәө".indexOf(c) < 0 ? 0 : 1;
      }
      case ARABIC -> {
        arabic++;
        beyondArabic += "پچژگکیٹڈڑںےہھ".indexOf(c) < 0 ? 0 : 1;
      }
      case DEVANAGARI -> devanagari++;
      case HAN -> han++;
      case HIRAGANA, KATAKANA -> kana++;
      case HANGUL -> hangul++;
      case GREEK -> greek++;
      case HEBREW -> hebrew++;
      case THAI -> thai++;
      default -> other++;
    }
  }

  int latin() {
    return latin;
  }

  int all() {
    return latin + cyrillic + arabic + devanagari + eastAsian() + greek + hebrew + thai + other;
  }

  /** An ideograph or a syllable says as much as several letters. */
  int eastAsian() {
    return han + kana + hangul;
  }

  /**
   * @return the language that the script gives away, {@code null} where letters must decide, or
   *     {@code und} where several languages share the script
   */
  String languageOfScript() {
    if (eastAsian() * 2 > all() - eastAsian()) {
      return hangul > han + kana ? "ko" : kana > 0 ? "ja" : "zh";
    }
    if (latin * 2 > all()) {
      return null;
    }
    if (cyrillic * 2 > all()) {
      return beyondRussian == 0 ? "ru" : "und";
    }
    if (arabic * 2 > all()) {
      // dialects borrow a letter now and then
      return beyondArabic * 20 <= arabic ? "ar" : "und";
    }
    return devanagari * 2 > all()
        ? "hi"
        : greek * 2 > all() ? "el" : hebrew * 2 > all() ? "he" : thai * 2 > all() ? "th" : "und";
  }
}
