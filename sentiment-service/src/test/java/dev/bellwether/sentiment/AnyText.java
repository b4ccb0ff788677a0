package dev.bellwether.sentiment;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts of every kind that people and machines send. */
public final class AnyText {

  private static final int LONG = 100_000;

  private AnyText() {}

  /** Any UTF-16, broken or not, up to 100,000 units; zalgo; only emoji; post-like. */
  public static Arbitrary<String> arbitrary() {
    var units = Arbitraries.chars().range('\0', '\uffff');
    var broken = Arbitraries.strings().withChars('a', '\ud83d', '\ude00', '\udfff', ' ', '\u200d');
    var zalgo =
        Arbitraries.strings().withChars('z', 'A', '\u0300', '\u0336', '\u036f', '\u20dd', ' ');
    var emoji =
        Arbitraries.of("😂", "❤️", "👩‍👩‍👧", "👍🏽", "🇫🇷", "😡", "☹")
            .list()
            .ofMaxSize(60)
            .map(list -> String.join("", list));
    var pieces =
        Arbitraries.of(
                "not",
                "soooo",
                "GREAT",
                "@a_b",
                "#BadDay",
                "https://x.y/z?q=1",
                ":)",
                ":'(",
                "<3",
                "&amp;",
                "5:30",
                "8)",
                "!!!",
                "…",
                "don’t",
                "café",
                "日本語",
                "http",
                "\n",
                "(",
                "-_-",
                "D:")
            .list()
            .ofMaxSize(60)
            .map(list -> String.join(" ", list));
    var longs =
        Arbitraries.of("a", "ha ", "😂", "!", "#x", "@", "\u0336", "\ud83d", "not good. ", ":)")
            .map(piece -> piece.repeat(LONG / piece.length()));
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(300),
        units.list().ofMaxSize(300).map(AnyText::join),
        broken.ofMaxLength(300),
        zalgo.ofMaxLength(300),
        emoji,
        pieces,
        longs);
  }

  private static String join(java.util.List<Character> units) {
    var text = new StringBuilder();
    units.forEach(text::append);
    return text.toString();
  }
}
