package dev.bellwether.ingest.hygiene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Phrases that promotion repeats, in English, German, Spanish, French, Italian, Portuguese,
 * Japanese and Arabic. In a phrase {@code 0} stands for any number and {@code ¤} for a sign of
 * currency; case, diacritics and what stands between words do not count. Phrases of scripts without
 * blanks are looked for anywhere, the others as whole words.
 */
final class Promotion {

  private static final Map<String, String> PHRASES =
      Map.of(
          "follow-trade",
          """
          follow for follow|follow 0 follow|follow4follow|followforfollow|f4f|follow back|followback|follow train
          gain followers|gain 0 followers|get 0 followers|free followers|buy followers|cheap followers|more followers
          mehr follower|0 follower|follower kaufen|gegenseitig folgen
          sígueme y te sigo|te sigo de vuelta|seguidores gratis|gana seguidores|más seguidores|comprar seguidores
          abonné contre abonné|abonnés gratuits|plus d'abonnés|gagne des abonnés|acheter des abonnés
          seguimi e ti seguo|follower gratis|più follower|comprare follower|ricambio il follow
          segue que eu sigo|sigo de volta|seguidores grátis|mais seguidores|comprar seguidores|sdv
          相互フォロー|フォロバ100|フォロワーを増や
          زيادة متابعين|متابعين مجانا|تابعني اتابعك|فولو باك
          """,
          "contact-me",
          """
          dm me|dm us now|message me|whatsapp me|text me|inbox me|link in bio|link in my bio|click here|click the link
          schreib mir|schreibt mir|link in der bio|link in bio|klick hier|hier klicken|melde dich per dm
          escríbeme|mándame dm|mándame un mensaje|link en bio|enlace en la bio|enlace en mi bio|haz clic aquí|entra aquí
          écris moi|contacte moi|envoie moi un message|lien en bio|lien dans la bio|clique ici|cliquez ici
          scrivimi|contattami|link nella bio|clicca qui|scrivimi in privato
          me chama no|chama no zap|chama no direct|link na bio|clique aqui|manda mensagem
          プロフのリンク|プロフィールのリンク|dmください|dm待って
          راسلني|تواصل معي|الرابط في البايو|اضغط هنا|تواصل واتساب
          """,
          "prize",
          """
          giveaway|free gift|free iphone|free money|you've won|you have won|win a free|claim your|claim yours
          claim now|0 winners|lucky winner|enter to win
          gewinne|gewinnspiel|jetzt gewinnen|du hast gewonnen|verlosung|wir verlosen
          sorteo|has ganado|regalo gratis|llévate gratis|concurso gratis
          jeu concours|tu as gagné|vous avez gagné|cadeau gratuit|à gagner
          vinci un|vinci una|hai vinto|in palio|premio gratis|estrazione a premi
          ganhe um|ganhe uma|você ganhou|sorteio|concorra|brinde grátis
          プレゼント企画|プレゼント!|名様にプレゼント|抽選で|当選
          اربح|مسابقة|سحب على|مبروك ربحت|هدية مجانية
          """,
          "engagement-bait",
          """
          tag 0 friends|tag a friend|tag friends|like and share|follow and like|like and follow|like follow|follow like
          like share|rt to win|retweet to win|follow and retweet|follow rt|share to win
          freunde markieren|markiere 0 freunde|markiere einen freund|folgen und liken|folgen liken|liken und teilen|liken teilen
          etiqueta a 0|etiqueta a tus|etiqueta 0|dale like|dale me gusta|sigue y comparte|sigue comparte|comparte y gana
          identifie 0|identifiez 0|identifie un ami|tague 0|like et partage|abonne toi like|abonne toi et like|rt et follow
          tagga 0|tagga un amico|tagga i tuoi|metti like|metti mi piace|segui e condividi
          marque 0|marca 0|marque um amigo|curta e compartilhe|siga curta|siga e curta|curte e compartilha
          フォロー&rt|フォロー&リツイート|フォローといいね|フォロー&いいね|フォローとrt|フォローしてrt|rtで応募|リツイートで応募
          تابع وشارك|لايك وشارك|لايك وريتويت|منشن 0|ريتويت ومتابعة|تابع وريتويت
          """,
          "hard-sell",
          """
          promo code|promocode|discount code|coupon code|- 0 %|0 % off|0 % discount|¤ 0 off|buy now|order now|shop now
          best price|best prices|lowest price|price guaranteed|free shipping|clearance sale|outlet sale
          rabattcode|gutscheincode|0 % rabatt|jetzt kaufen|jetzt bestellen|bester preis|tiefpreis|versandkostenfrei
          código de descuento|cupón|0 % de descuento|0 % dto|compra ya|compra ahora|mejor precio|envío gratis
          code promo|code de réduction|0 % de réduction|0 % de remise|achetez maintenant|commandez maintenant|meilleur prix|livraison gratuite
          codice sconto|0 % di sconto|compra ora|acquista ora|ordina ora|miglior prezzo|spedizione gratuita
          cupom|código promocional|0 % de desconto|0 % off|compre agora|compre já|melhor preço|frete grátis
          0%オフ|0%off|割引クーポン|クーポンコード|送料無料|激安|最安値|購入はこちら
          خصم 0 %|كود خصم|كوبون خصم|اطلب الان|اشتري الان|توصيل مجاني|شحن مجاني|ارخص سعر
          """,
          "urgency",
          """
          today only|only today|limited time|limited offer|limited stock|last chance|while stocks last|ends tonight
          don't miss it|don't miss out|hurry up|act now|act fast|0 left|selling fast|followers fast
          nur heute|nur noch heute|nur für kurze zeit|solange der vorrat reicht|letzte chance|nicht verpassen|begrenzte stückzahl
          solo hoy|sólo hoy|solo por hoy|últimas unidades|última oportunidad|no te lo pierdas|tiempo limitado|corre que
          aujourd'hui seulement|seulement aujourd'hui|stock limité|dernière chance|offre limitée|durée limitée|ne ratez pas|ne rate pas
          solo oggi|solo per oggi|ultimi pezzi|ultima occasione|non perdere|tempo limitato|offerta limitata
          só hoje|somente hoje|apenas hoje|últimas unidades|última chance|não perca|tempo limitado
          本日限定|本日限り|今日だけ|期間限定|数量限定|今だけ|お急ぎ
          اليوم فقط|لفترة محدودة|عرض محدود|الكمية محدودة|لا تفوت|سارع
          """,
          "crypto",
          "crypto|bitcoin|forex|airdrop",
          "easy-money",
          """
          passive income|make money|earn money|earn ¤ 0|make ¤ 0|work from home|¤ 0 a day
          ¤ 0 per day|a day from home|financial freedom|guaranteed profit|double your money
          geld verdienen|verdiene 0 ¤|0 ¤ am tag|von zu hause verdienen|von zuhause verdienen|tag von zu hause|passives einkommen
          gana dinero|ganar dinero|gana 0 ¤|0 ¤ al día|día desde casa|trabaja desde casa|ingresos pasivos|dinero fácil
          gagne 0 ¤|gagner de l'argent|gagnez de l'argent|0 ¤ par jour|jour depuis chez|revenu passif|argent facile
          guadagna 0 ¤|guadagnare da casa|0 ¤ al giorno|giorno da casa|reddito passivo|soldi facili
          ganhe dinheiro|ganhar dinheiro|ganhe ¤ 0|ganhe r ¤ 0|por dia em casa|por dia sem sair|renda extra|renda passiva
          副業で|在宅で稼|簡単に稼|月収0万|不労所得|誰でも稼
          اربح المال|ربح من البيت|دخل اضافي|العمل من المنزل|ربح سريع|دخل يومي
          """);

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** Ready to be looked for: by the first word, and those of scripts without blanks. */
  private record Table(Map<String, List<Phrase>> byFirst, List<Unspaced> unspaced) {}

  private record Phrase(String reason, String[] words) {

    boolean isAt(List<String> tokens, int from) {
      if (from + words.length > tokens.size()) {
        return false;
      }
      for (int i = 1; i < words.length; i++) {
        if (!words[i].equals(tokens.get(from + i))) {
          return false;
        }
      }
      return true;
    }
  }

  private record Unspaced(String reason, String text) {}

  private static final Table TABLE = table();

  private Promotion() {}

  /** How many different phrases a text holds, by reason; reasons in alphabetical order. */
  static Map<String, Integer> in(String text) {
    String folded = fold(text);
    List<String> tokens = tokens(folded);
    Map<String, Set<Object>> found = new TreeMap<>();
    for (int at = 0; at < tokens.size(); ) {
      Phrase phrase = longestAt(tokens, at);
      if (phrase == null) {
        at++;
      } else {
        found.computeIfAbsent(phrase.reason, reason -> new HashSet<>()).add(phrase);
        at += phrase.words.length;
      }
    }
    if (isUnspaced(folded)) {
      String compact = withNumbersAsZero(folded);
      for (Unspaced phrase : TABLE.unspaced) {
        if (compact.contains(phrase.text)) {
          found.computeIfAbsent(phrase.reason, reason -> new HashSet<>()).add(phrase);
        }
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    found.forEach((reason, phrases) -> counts.put(reason, phrases.size()));
    return counts;
  }

  private static Phrase longestAt(List<String> tokens, int at) {
    Phrase longest = null;
    for (Phrase phrase : TABLE.byFirst.getOrDefault(tokens.get(at), List.of())) {
      if (phrase.isAt(tokens, at)
          && (longest == null || phrase.words.length > longest.words.length)) {
        longest = phrase;
      }
    }
    return longest;
  }

  private static Table table() {
    Map<String, List<Phrase>> byFirst = new HashMap<>();
    List<Unspaced> unspaced = new ArrayList<>();
    PHRASES.forEach(
        (reason, phrases) ->
            Arrays.stream(phrases.strip().split("[|\\n]"))
                .map(Promotion::fold)
                .distinct()
                .forEach(
                    phrase -> {
                      if (isUnspaced(phrase)) {
                        unspaced.add(new Unspaced(reason, withNumbersAsZero(phrase)));
                      } else {
                        String[] words = tokens(phrase).toArray(String[]::new);
                        byFirst
                            .computeIfAbsent(words[0], first -> new ArrayList<>())
                            .add(new Phrase(reason, words));
                      }
                    }));
    return new Table(byFirst, unspaced);
  }

  private static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c < 0x80)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
  }

  /** Words, numbers as {@code 0}, currencies as {@code ¤}, percent, and a minus before a number. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Character.isLetter(c)) {
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
          end++;
        }
        tokens.add(text.substring(at, end));
      } else if (Character.isDigit(c)) {
        end = endOfNumber(text, at);
        tokens.add("0");
      } else if (c == '%' || c == '¤' || Character.getType(c) == Character.CURRENCY_SYMBOL) {
        tokens.add(c == '%' ? "%" : "¤");
      } else if (c == '-' && end < text.length() && isDigitOrBlank(text, end)) {
        tokens.add("-");
      }
      at = end;
    }
    return tokens;
  }

  private static boolean isDigitOrBlank(String text, int at) {
    return Character.isDigit(text.charAt(at))
        || text.charAt(at) == ' ' && at + 1 < text.length() && text.charAt(at + 1) == '0';
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end))
            || (text.charAt(end) == '.' || text.charAt(end) == ',')
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end + 1)))) {
      end++;
    }
    return end;
  }

  private static String withNumbersAsZero(String text) {
    var zeroed = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (Character.isDigit(text.charAt(at))) {
        zeroed.append('0');
        at = endOfNumber(text, at);
      } else {
        zeroed.append(text.charAt(at++));
      }
    }
    return zeroed.toString();
  }

  private static boolean isUnspaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3040 && c <= 0x30FF || c >= 0x4E00 && c <= 0x9FFF) {
        return true;
      }
    }
    return false;
  }
}
