package dev.bellwether.trend.alerting.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text in a mail's header (RFC 2047, encoding B). The mail client encodes headers too, but one half
 * of a surrogate pair at a time: an emoji in a subject came out as two question marks.
 */
final class EncodedWords {

  /** 45 bytes are 60 of base64; with what is around them 72 of the 75 that a word may have. */
  private static final int BYTES_A_WORD = 45;

  private static final String START = "=?UTF-8?B?";
  private static final String END = "?=";

  private EncodedWords() {}

  /** ASCII that looks like no encoded word stays as it is. */
  static String of(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f) && !text.contains("=?")) {
      return text;
    }
    var words = new StringBuilder();
    var word = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      String letter = Character.toString(point);
      int more = letter.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > BYTES_A_WORD) {
        append(words, word);
        bytes = 0;
      }
      word.append(letter);
      bytes += more;
      i += Character.charCount(point);
    }
    append(words, word);
    return words.toString();
  }

  private static void append(StringBuilder words, StringBuilder word) {
    byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
    words
        .append(words.isEmpty() ? "" : " ")
        .append(START)
        .append(Base64.getEncoder().encodeToString(bytes))
        .append(END);
    word.setLength(0);
  }
}
