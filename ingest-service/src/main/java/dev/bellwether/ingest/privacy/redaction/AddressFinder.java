package dev.bellwether.ingest.privacy.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Street addresses: a house number beside a street's name, in the order of each language, told by
 * the word for the kind of street. A street without a number is a place, not an address.
 */
final class AddressFinder implements Finder {

  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]{0,40}";
  private static final String NUMBER =
      "\\d{1,5}(?:\\s?[a-zA-Z](?!\\p{L}))?(?:\\s?[-/]\\s?\\d{1,4})?";
  // no digit, no letter and no date's or time's sign beside it
  private static final String ALONE = "(?<![\\p{L}\\p{N}.,:/$€£#@_-])";
  private static final String END = "(?![\\p{L}\\p{N}]|[.,:]\\d|\\s?%)";

  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:Jan|Feb|Mar|Apr|May|Mai|Mayo|Jun|Jul|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez)[a-z]{0,7}\\.?\\s\\d{1,2}$");

  /**
   * @param words in lower case, one of which the text must hold for the pattern to be tried
   */
  private record Rule(List<String> words, Pattern pattern) {

    static Rule of(List<String> words, String pattern) {
      return new Rule(words, Pattern.compile(pattern, FLAGS));
    }

    boolean mayMatch(String lower) {
      for (String word : words) {
        if (lower.contains(word)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // 221B Baker Street, 1600 N. Main St.
          Rule.of(
              List.of(
                  " st",
                  " ave",
                  " road",
                  " rd",
                  " boulevard",
                  " blvd",
                  " lane",
                  " ln",
                  " drive",
                  " dr",
                  " court",
                  " ct",
                  " terrace",
                  " highway",
                  " hwy",
                  " parkway",
                  " pkwy",
                  " square",
                  " crescent",
                  " close",
                  " place",
                  " way"),
              ALONE
                  + "\\d{1,5}(?:-\\d{1,5})?[A-Za-z]?\\s(?!The\\s|\\d+(?:st|nd|rd|th)\\s(?:RD|Rd)\\b)(?:[NSEW]\\.?[EW]?\\.?\\s|(?:North|South|East|West)\\s)?(?:(?:"
                  + NAME
                  + "|\\d{1,3}(?:st|nd|rd|th))\\s){1,3}"
                  + "(?:(?:Street|Avenue|Ave|Road|Boulevard|Blvd|Lane|Ln|Drive|Court|Terrace|Highway|Hwy|Parkway|Pkwy|Square|Crescent|Close|ST|AVE|RD|STREET|AVENUE|ROAD)\\b|(?:St|Rd|Dr|Ct|Pl)(?:\\.|\\b)(?!\\s\\p{Lu}\\p{Ll})|(?:Place|Way)\\b(?=\\s*(?:[,.;!)\\n]|$)))"),
          // 12 main street
          Rule.of(
              List.of(" street", " avenue", " boulevard"),
              ALONE
                  + "\\d{2,5}[a-z]?\\s(?!way|lane|hour|hr|story|year|yr|day|mile|minute|min|foot|block|people|more|new|other|percent|million|busy|homes|on|the|of)\\p{Ll}{3,40}\\s(?:street|avenue|boulevard)\\b"),
          // Hauptstraße 12, Berliner Str. 5a, Marktplatz 3, Keizersgracht 12
          Rule.of(
              List.of(
                  "stra", "str.", "weg", "platz", "allee", "gasse", "damm", "ufer", "gracht",
                  "laan", "plein", "kade"),
              "(?<![\\p{L}\\p{N}])(?:"
                  + NAME
                  + "(?:straße|strasse|str\\.|gasse|allee|damm|ufer|weg|platz|straat|gracht|laan|plein|kade)|(?:"
                  + NAME
                  + "\\s){1,2}(?:Straße|Strasse|Str\\.|Allee|Gasse|Weg|Damm|Ufer)|\\p{Lu}\\p{L}{1,40}er\\sPlatz)\\s?(?:Nr\\.?\\s?)?\\d{1,4}(?:\\s?[a-z](?!\\p{L}))?"
                  + END),
          // 12 bis, rue de la Paix
          Rule.of(
              List.of(
                  "rue",
                  "avenue",
                  "av.",
                  "boulevard",
                  "bd",
                  "place",
                  "chemin",
                  "allée",
                  "impasse",
                  "quai",
                  "route",
                  "cours"),
              ALONE
                  + "\\d{1,4}(?:\\s?(?:bis|ter|quater))?,?\\s(?:[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours)\\s(?:(?:de|du|des|la|le|les|aux?)\\s|[dl]['’]){0,3}"
                  + NAME
                  + "(?:[\\s-]"
                  + NAME
                  + "){0,3}"),
          // via Giuseppe Garibaldi, 3
          Rule.of(
              List.of("via ", "viale ", "piazza ", "corso ", "vicolo ", "largo "),
              "(?<![\\p{L}\\p{N}])(?:[Vv]ia(?:le)?|[Pp]iazza(?:le)?|[Cc]orso|[Vv]icolo|[Ll]argo)\\s(?!iPhone|Twitter|Facebook|YouTube|CNN|Yahoo|Google|Instagram)(?:(?:di|del|della|dei|degli|delle|da|dal)\\s)?\\p{Lu}\\p{Ll}[\\p{L}.'’-]{0,40}(?:\\s(?:e\\s)?\\p{Lu}\\p{Ll}{1,40}){0,3},?\\s(?:n\\.?\\s?)?\\d{1,3}(?:/?[a-zA-Z](?!\\p{L}))?"
                  + END),
          // calle de Alcalá, 25; av. Corrientes 1234; carrera 7 # 45-10
          Rule.of(
              List.of(
                  "calle",
                  "c/",
                  "avenida",
                  "avda",
                  "av.",
                  "plaza",
                  "paseo",
                  "carrera",
                  "cra.",
                  "rua",
                  "travessa",
                  "praça",
                  "alameda",
                  "rodovia"),
              "(?<![\\p{L}\\p{N}])(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\\.?|[Aa]v\\.|[Pp]laza|[Pp]aseo|[Rr]ua|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Rr]odovia)\\s?(?:(?:de|del|do|da|dos|das|la|las|los|el)\\s){0,2}"
                  + NAME
                  + "(?:\\s(?:(?:de|del|do|da|dos|das|la|y|e)\\s){0,2}"
                  + NAME
                  + "){0,4},?\\s(?:[Nn][º°.o]{1,2}\\s?|#\\s?)?"
                  + NUMBER
                  + END
                  + "|(?<![\\p{L}\\p{N}])(?:[Cc]alle|[Cc]arrera|[Cc]ra\\.?|[Cc]ll\\.?)\\s\\d{1,3}[A-Za-z]?\\s?(?:#|[Nn]o\\.?)\\s?\\d{1,3}[A-Za-z]?\\s?-\\s?\\d{1,3}"),
          // ul. Długa 5; ulitsa; Atatürk Caddesi No: 12
          Rule.of(
              List.of(
                  "ul. ", "ulica", "ул.", "улица", "проспект", "caddesi", "sokak", "cad.", "sok."),
              "(?<![\\p{L}\\p{N}])(?:[Uu]l\\.|[Uu]lica|[Уу]л\\.|[Уу]лица|[Пп]роспект)\\s?"
                  + NAME
                  + "(?:\\s"
                  + NAME
                  + ")?,?\\s(?:д\\.?\\s?)?\\d{1,4}[\\p{L}]?"
                  + END
                  + "|(?<![\\p{L}\\p{N}])(?:"
                  + NAME
                  + "\\s){1,3}(?:Caddesi|Cad\\.|Sokak|Sok\\.)\\s?(?:[Nn]o\\s?[:.]?\\s?)?\\d{1,4}"
                  + END),
          // شارع التحرير 12
          Rule.of(
              List.of("شارع"),
              "(?:\\d{1,4}\\s)?شارع(?:\\s\\p{L}{1,40}){1,3}?[\\s،,]{1,2}(?:رقم\\s)?\\d{1,4}"
                  + END
                  + "|"
                  + ALONE
                  + "\\d{1,4}\\s?شارع\\s\\p{L}{1,40}(?:\\s\\p{L}{1,40})?"),
          // 中山路123号, मकान नंबर 12
          Rule.of(
              List.of("号", "號", "番地", "丁目", "मकान"),
              "\\p{IsHan}{1,8}[路街道巷]\\d{1,5}[号號]|\\p{IsHan}{1,8}\\d{1,3}丁目\\d{1,3}(?:番地?|-)\\d{0,3}号?|मकान (?:नंबर|संख्या|नं\\.?)\\s?\\d{1,5}"));

  @Override
  public void find(Draft draft) {
    String lower = draft.visible().toString().toLowerCase(Locale.ROOT);
    for (Rule rule : RULES) {
      if (rule.mayMatch(lower)) {
        Matcher matcher = rule.pattern().matcher(draft.visible());
        int from = 0;
        while (matcher.find(from)) {
          from = matcher.end();
          if (!DAY.matcher(matcher.group()).find()) {
            draft.take(Kind.ADDRESS, matcher.start(), matcher.end());
            matcher.reset(draft.visible());
          }
        }
      }
    }
  }
}
