package dev.bellwether.ingest.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cafe\\u0301|café",
        "buy\\u200b now|buy now",
        "safe\\u202etxt.exe|safetxt.exe",
        "\\ufefffirst|first",
        "bell\\u0007|bell",
        "a\\u2066b\\u2069c|abc",
        "soft\\u00adhyphen|softhyphen",
        "a\\u200db|ab",
      })
  void whatHidesTextIsTakenOutAndWhatIsWrittenInTwoWaysIsWrittenInOne(String given, String kept) {
    assertEquals(kept, PostText.normalised(unescaped(given)));
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\u(....)")
        .matcher(text)
        .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
  }

  /** Emoji of several parts and flags, Persian's and Devanagari's joiners, Arabic's number sign. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍👩‍👧 out",
        "🏳️‍🌈",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 wins",
        "👍🏽",
        "می‌خواهم",
        "क्‍ष",
        "plain\nlines",
        "日本語 です",
      })
  void whatScriptsNeedStays(String text) {
    assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), PostText.normalised(text));
  }

  @Test
  void emptyLinesAndBlanksDoNotPileUp() {
    assertEquals("a\n\nb", PostText.normalised("a\r\n\r\n\r\n\r\nb"));
    assertEquals("a" + " ".repeat(8) + "b", PostText.normalised("a" + " ".repeat(500) + "b"));
    assertEquals("", PostText.normalised("\u200b\u200b \u2060"));
  }

  /** Decomposed as far as Unicode can; each bears more marks than English does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Việt Nam đã thắng, ngày mai trời sẽ đẹp ở Huế",
        "บริษัทนี้ดีที่สุด น้ำใจงาม ผู้ใหญ่",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם",
        "بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
        "क्षत्रिय क्या हाल है",
        "བཀྲ་ཤིས་བདེ་ལེགས། རྒྱུད་བླ་མ",
        "ἀρχῇ ἦν ὁ λόγος ᾧ",
      })
  void naturalScriptsAreNoZalgo(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertTrue(PostText.flaw(decomposed).isEmpty());
    assertTrue(PostText.flaw(text).isEmpty());
  }

  @Test
  void zalgoIsNamedWithItsPlace() {
    String zalgo = "he" + "\u0301\u0317\u0334".repeat(6) + " comes";
    assertTrue(PostText.flaw(zalgo).orElseThrow().contains("before character 11"));
  }
}
