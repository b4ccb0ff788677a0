package dev.bellwether.sentiment.training;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Which rows are put aside, which fold a row is in, and which rows are copies of others. */
final class Split {

  private static final int ASIDE = 5;
  private static final Pattern LINKS_AND_ACCOUNTS = Pattern.compile("http\\S*|@\\w+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Split() {}

  /** Every fifth row by its text's CRC-32, the same in whatever order and file. */
  static boolean aside(String text) {
    return crc(text) % ASIDE == 0;
  }

  /** The fold of a text; near copies are in the same. */
  static int fold(String text, int folds) {
    return (int) (crc("fold " + key(text)) % folds);
  }

  /** What near copies share: letters and digits without links and accounts. */
  static String key(String text) {
    var bare = LINKS_AND_ACCOUNTS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return NO_LETTERS.matcher(bare).replaceAll("");
  }

  /** The rows that are no near copies of the others'. */
  static List<LabelledPost> without(List<LabelledPost> rows, List<LabelledPost> others) {
    var keys = new HashSet<String>();
    others.forEach(other -> keys.add(key(other.text())));
    keys.remove("");
    var kept = new ArrayList<LabelledPost>();
    rows.stream().filter(row -> !keys.contains(key(row.text()))).forEach(kept::add);
    return kept;
  }

  private static long crc(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
