package dev.bellwether.ingest.privacy.redaction;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;

/**
 * Made-up values that identify somebody.
 *
 * @param value as it stands in a post
 * @param secret what must not be left of it: its digits, or the whole address
 */
public record Planted(Kind kind, String value, String secret) {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern PART =
      Pattern.compile("(\\\\d|\\[[^]]+])\\{(\\d+)}|(\\\\d|[A-Z0-9])");

  /** Numbers that card schemes and processors publish for tests. */
  private static final List<String> TEST_CARDS =
      List.of(
          "4111111111111111",
          "4012888888881881",
          "4222222222222",
          "4242424242424242",
          "5555555555554444",
          "5105105105105100",
          "2223003122003222",
          "2221000000000009",
          "2720990000000007",
          "378282246310005",
          "371449635398431",
          "6011111111111117",
          "6011000990139424",
          "30569309025904",
          "38520000023237",
          "36227206271667",
          "3530111333300000",
          "3566002020360505",
          "6200000000000005",
          "6205500000000000004",
          "6759649826438453",
          "6304000000000000",
          "501800000009",
          "6799990100000000019");

  private static final List<PhoneNumber> PHONES = phoneNumbers();
  private static final List<Planted> CARDS = cards(new Random(3));
  private static final List<Planted> IBANS = ibans(new Random(4));

  /** Of every region and type that has an example. */
  public static List<PhoneNumber> phoneNumbers() {
    var numbers = new ArrayList<PhoneNumber>();
    for (String region : new TreeSet<>(NUMBERS.getSupportedRegions())) {
      for (PhoneNumberType type : PhoneNumberType.values()) {
        PhoneNumber number =
            type == PhoneNumberType.UNKNOWN
                ? NUMBERS.getExampleNumber(region)
                : NUMBERS.getExampleNumberForType(region, type);
        if (number != null) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  static Planted phone(PhoneNumber number, PhoneNumberFormat format, Random random) {
    String value = NUMBERS.format(number, format);
    String written =
        switch (random.nextInt(6)) {
          case 0 -> value.replace(' ', '\u00a0');
          case 1 -> inDigitsFrom(value, '０');
          case 2 -> inDigitsFrom(value, '٠');
          case 3 -> value.replace('-', '\u2011');
          default -> value;
        };
    return new Planted(Kind.PHONE, written, digits(value));
  }

  static List<Planted> cards(Random random) {
    var planted = new ArrayList<Planted>();
    for (String card : TEST_CARDS) {
      planted.add(new Planted(Kind.CARD, card, card));
      for (String separator : List.of(" ", "-", "\u00a0")) {
        String grouped = card.replaceAll("(.{4})(?=.)", "$1" + separator);
        planted.add(new Planted(Kind.CARD, grouped, card));
      }
      planted.add(new Planted(Kind.CARD, inDigitsFrom(card, '０'), card));
    }
    planted.add(new Planted(Kind.CARD, "3782 822463 10005", "378282246310005"));
    return planted;
  }

  /** One of every country that has them, made by its structure. */
  static List<Planted> ibans(Random random) {
    var planted = new ArrayList<Planted>();
    var validator = new IBANValidator();
    for (char a = 'A'; a <= 'Z'; a++) {
      for (char b = 'A'; b <= 'Z'; b++) {
        IBANValidator.Validator rule = validator.getValidator("" + a + b);
        if (rule != null) {
          String iban =
              withCheckDigits(filled(rule.getRegexValidator().getPatterns()[0].pattern(), random));
          String grouped = iban.replaceAll("(.{4})(?=.)", "$1 ");
          planted.add(new Planted(Kind.IBAN, iban, iban));
          planted.add(new Planted(Kind.IBAN, grouped, iban));
          planted.add(new Planted(Kind.IBAN, grouped.toLowerCase(java.util.Locale.ROOT), iban));
          planted.add(new Planted(Kind.IBAN, grouped.replace(' ', '\u00a0'), iban));
        }
      }
    }
    return planted;
  }

  private static String filled(String structure, Random random) {
    var iban = new StringBuilder();
    Matcher part = PART.matcher(structure);
    while (part.find()) {
      String set = part.group(1) == null ? part.group(3) : part.group(1);
      int count = part.group(2) == null ? 1 : Integer.parseInt(part.group(2));
      for (int i = 0; i < count; i++) {
        boolean digit =
            set.equals("\\d") || set.startsWith("[") && set.contains("0-9") && random.nextBoolean();
        boolean letter = set.startsWith("[") && set.contains("A-Z");
        iban.append(
            digit
                ? (char) ('0' + random.nextInt(10))
                : letter ? (char) ('A' + random.nextInt(26)) : set.charAt(0));
      }
    }
    return iban.toString();
  }

  /** ISO 7064, MOD 97-10. */
  private static String withCheckDigits(String iban) {
    var number = new StringBuilder();
    String turned = iban.substring(4) + iban.substring(0, 2) + "00";
    for (int i = 0; i < turned.length(); i++) {
      char c = turned.charAt(i);
      number.append(Character.digit(c, 36));
    }
    int check = 98 - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    return iban.substring(0, 2) + String.format("%02d", check) + iban.substring(4);
  }

  static Planted email(Random random) {
    String name =
        pick(
            random,
            "jane",
            "j.doe",
            "jürgen_m",
            "maria+news",
            "o'neil",
            "x9",
            "ЖеняК",
            "a-b-c",
            "j%d");
    String number = random.nextBoolean() ? Integer.toString(random.nextInt(100)) : "";
    String host =
        pick(random, "example", "mail.example", "bücher", "xn--bcher-kva", "web-shop1", "пример");
    String tld = pick(random, "com", "org", "de", "co.uk", "travel", "рф", "xn--p1ai");
    String local = name + number;
    String plain = local + "@" + host + "." + tld;
    boolean ascii = tld.matches("[a-z]{2,3}") && host.matches("[a-z.]+");
    String written =
        switch (random.nextInt(ascii ? 8 : 4)) {
          case 0 -> plain.replace('@', '＠');
          case 1 -> "mailto:" + plain;
          case 2 -> "https://shop.example/login?email=" + plain.replace("@", "%40");
          case 3 -> plain.toUpperCase(java.util.Locale.ROOT);
          case 4 -> local + " [at] " + host + " [dot] " + tld;
          case 5 -> local + "(at)" + host + "." + tld;
          case 6 -> local + " at " + host.replace(".", " dot ") + " dot " + tld;
          default -> plain;
        };
    return new Planted(Kind.EMAIL, written, local);
  }

  static Planted ip(Random random) {
    String value =
        random.nextBoolean()
            ? random.nextInt(1, 256)
                + "."
                + random.nextInt(256)
                + "."
                + random.nextInt(256)
                + "."
                + random.nextInt(1, 255)
            : "2001:db8:"
                + Integer.toHexString(random.nextInt(1, 65536))
                + "::"
                + Integer.toHexString(random.nextInt(4096, 65536));
    return new Planted(Kind.IP, value, value);
  }

  static Planted address(Random random) {
    int number = random.nextInt(1, 200);
    String street =
        pick(
            random,
            "# Baker Street",
            "# N. Elm Ave",
            "Hauptstraße #",
            "Berliner Str. #",
            "# rue de la Paix",
            "# avenue Victor Hugo",
            "via Giuseppe Verdi, #",
            "calle de Alcalá, #",
            "av. Corrientes #",
            "rua Augusta, #",
            "شارع التحرير #",
            "Keizersgracht #",
            "中山路#号");
    String value = street.replace("#", Integer.toString(number));
    return new Planted(Kind.ADDRESS, value, value);
  }

  /** Of any kind. */
  static Planted any(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> email(random);
      case 1 -> ip(random);
      case 2 -> address(random);
      case 3 -> CARDS.get(random.nextInt(CARDS.size()));
      case 4 -> IBANS.get(random.nextInt(IBANS.size()));
      default ->
          phone(PHONES.get(random.nextInt(PHONES.size())), PhoneNumberFormat.INTERNATIONAL, random);
    };
  }

  static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String inDigitsFrom(String value, char zero) {
    var digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits.append(c >= '0' && c <= '9' ? (char) (c - '0' + zero) : c);
    }
    return digits.toString();
  }

  /** The digits of any script, in ASCII. */
  static String digits(String text) {
    var digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  /** Whether anything of it is left in a redacted text. */
  boolean isIn(String text) {
    return switch (kind) {
      case PHONE, CARD -> digits(text).contains(secret);
      case IBAN -> letters(text).contains(letters(secret));
      default ->
          text.toLowerCase(java.util.Locale.ROOT)
              .contains(secret.toLowerCase(java.util.Locale.ROOT));
    };
  }

  private static String letters(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
