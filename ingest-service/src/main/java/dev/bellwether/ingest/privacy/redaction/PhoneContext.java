package dev.bellwether.ingest.privacy.redaction;

import java.util.regex.Pattern;

/** What stands around digits and tells a phone number from another. */
final class PhoneContext {

  private static final int BEFORE = 24;
  private static final int AFTER = 14;
  // Scripts from Hebrew on write no blank before a number.
  private static final char FIRST_UNSPACED = 0x0590;

  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\b(?:call(?:ing)?|dial|phone|tel|telephone|telefon|mobile|cell|whatsapp|fax|hotline|helpline|ring|sms|handy|anrufen|rufnummer|appelez|appeler|téléphone|portable|llama(?:r|d|me|nos)?|llame|teléfono|telefono|móvil|movil|celular|cel|chiama(?:re|te|mi)?|cellulare|numero|ligue|ligar|telefone|telemóvel|zap|bel|telefoon|zadzwoń|ara|hubungi|hp)\\b|tlf|☎|📞|📱|☏|📲|اتصل|هاتف|جوال|موبايل|واتساب|फोन|फ़ोन|कॉल|मोबाइल|电话|電話|手机|전화)[^\\p{N}]{0,16}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern COUNTER_BEFORE =
      Pattern.compile(
          "(?:\\b(?:(?:case|order|ticket|tracking|flight|account|serial) (?:number|no|nr)|id|ids|case|order|ticket|tracking|isbn|issn|asin|sku|invoice|ref|reference|serial|code|model|build|version|no|lat|lon|long|usd|eur|gbp|rs|inr|bestellnummer|pedido|commande|ordine)\\b[ .:#=-]{0,3}|[$€£¥₹#]\\s?|\\d\\.\\d{1,8}, ?)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTER_AFTER =
      Pattern.compile(
          "^\\s?(?:%|€|\\$|£|¥|₹|°|usd|eur|gbp|euros?|dollars?|people|followers|views|likes|votes|times|km|kg|miles|mb|gb|bytes|pesos|reais|millones|homes|customers|barrels|deaths|residents)",
          Pattern.CASE_INSENSITIVE);

  private PhoneContext() {}

  static boolean hasPlus(CharSequence text, int start) {
    int i = start - 1;
    while (i >= 0 && (text.charAt(i) == '(' || text.charAt(i) == ' ') && start - i <= 2) {
      i--;
    }
    return i >= 0 && text.charAt(i) == '+';
  }

  /** Whether the digits belong to a word, a name, a decimal, a sum, or a time. */
  static boolean isPartOfSomethingElse(CharSequence text, int start, int end) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean digitAfter = end + 1 < text.length() && NumberRun.isDigit(text.charAt(end + 1));
    boolean digitBefore = start > 1 && NumberRun.isDigit(text.charAt(start - 2));
    return isWord(before) && !isScheme(text, start)
        || isWord(after) && !isExtension(text, end)
        || "@#$€£¥₹".indexOf(before) >= 0
        || after == '%'
        || (after == ',' || after == ':') && digitAfter
        || (before == ',' || before == ':') && digitBefore;
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetter(c) && c < FIRST_UNSPACED;
  }

  private static boolean isExtension(CharSequence text, int end) {
    char c = text.charAt(end);
    return (c == 'x' || c == 'e')
        && end + 1 < text.length()
        && (NumberRun.isDigit(text.charAt(end + 1)) || text.charAt(end + 1) == 'x');
  }

  private static boolean isScheme(CharSequence text, int start) {
    return text.subSequence(Math.max(0, start - 4), start).toString().matches("(?i)\\W?tel");
  }

  /** A word for calling just before. */
  static boolean hasWord(CharSequence text, int start) {
    if (!mayHaveWord(text, start)) {
      return false;
    }
    return WORD.matcher(text.subSequence(Math.max(0, start - BEFORE), start)).find();
  }

  /** Anything but what stands between two groups of digits. */
  private static boolean mayHaveWord(CharSequence text, int start) {
    for (int i = start - 1; i >= Math.max(0, start - BEFORE); i--) {
      char c = text.charAt(i);
      if (NumberRun.isDigit(c)) {
        return false;
      }
      if (" -./()".indexOf(c) < 0) {
        return true;
      }
    }
    return false;
  }

  /** A word for something that is counted, bought or numbered. */
  static boolean hasCounterWord(CharSequence text, int start, int end) {
    return COUNTER_BEFORE.matcher(text.subSequence(Math.max(0, start - BEFORE), start)).find()
        || COUNTER_AFTER
            .matcher(text.subSequence(end, Math.min(text.length(), end + AFTER)))
            .find();
  }

  /** Where the number begins with its sign, bracket and scheme. */
  static int start(CharSequence text, int digits) {
    int start = digits;
    while (start > 0 && digits - start < 3 && "+( ".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    while (start < digits && text.charAt(start) == ' ') {
      start++;
    }
    boolean scheme =
        start >= 4 && text.subSequence(start - 4, start).toString().equalsIgnoreCase("tel:");
    return scheme ? start - 4 : start;
  }
}
