package dev.bellwether.ingest.language;

import java.util.Locale;
import java.util.Set;

/**
 * Hindi and Urdu in Latin letters, as chats have it: no model knows it, and every model takes it
 * for something else. Told by its commonest words that are none in the languages told apart.
 */
final class RomanisedHindi {

  private static final int LEAST_WORDS = 2;
  private static final int ONE_IN = 5;

  private static final Set<String> WORDS =
      Set.of(
          "hai", "hain", "nahi", "nahin", "nhi", "kya", "kyu", "kyun", "kyon", "mein", "mai", "bhi",
          "hum", "tum", "aap", "apna", "apne", "apni", "mera", "meri", "mere", "tera", "teri",
          "tere", "hamara", "humara", "hamare", "unka", "uska", "uski", "uske", "iska", "iski",
          "iske", "kuch", "kuchh", "koi", "sab", "sabhi", "abhi", "kabhi", "phir", "fir", "lekin",
          "magar", "agar", "aur", "ya", "yeh", "ye", "woh", "wo", "jo", "jab", "tab", "kab", "kaha",
          "kahan", "yaha", "yahan", "waha", "wahan", "kaise", "kaisa", "kaisi", "kitna", "kitne",
          "bahut", "bohot", "bhot", "bhut", "acha", "accha", "achha", "ache", "bhai", "yaar", "ji",
          "raha", "rahe", "rahi", "rha", "rhe", "rhi", "hoga", "hogi", "hoge", "hota", "hoti",
          "hote", "hua", "hui", "hue", "tha", "thi", "karo", "karna", "karne", "karke", "karta",
          "karte", "karti", "kiya", "kiye", "gaya", "gayi", "gaye", "gya", "diya", "diye", "liya",
          "liye", "wala", "wale", "wali", "matlab", "pata", "mujhe", "mujhko", "tujhe", "humein",
          "unhe", "usko", "isko", "kisi", "kis", "toh", "ka", "ke", "ki", "ko", "kar", "dil",
          "pyar", "pyaar", "zindagi", "jindagi", "log", "logo", "desh", "baat", "bolo", "bol",
          "dekho", "dekh", "aaj", "kal", "zyada", "jyada", "bas", "sirf", "chahiye", "hona", "jao",
          "jaa", "aao", "aaya", "aayi", "milega", "mat", "haan", "arre", "arey", "hindi");

  private RomanisedHindi() {}

  /** Whether at least two words, and a fifth of all, are Hindi's. */
  static boolean looksLike(String prose) {
    int words = 0;
    int hindi = 0;
    int start = -1;
    for (int i = 0; i <= prose.length(); i++) {
      boolean letter = i < prose.length() && Character.isLetter(prose.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words++;
        if (i - start <= 8 && WORDS.contains(prose.substring(start, i).toLowerCase(Locale.ROOT))) {
          hindi++;
        }
        start = -1;
      }
    }
    return hindi >= LEAST_WORDS && hindi * ONE_IN >= words;
  }
}
