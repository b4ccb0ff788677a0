package dev.bellwether.local.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Puts the sentences of a post together from the grammar of its language. */
final class Composer {
  private static final Map<String, String> NO_WORDS = Map.of();
  private static final double OPENS = 0.2;
  private static final double CLOSES = 0.08;
  private static final double FOLLOWS_UP = 0.32;
  private static final double FOLLOWS_UP_LONG = 0.75;

  /** Two sentences that begin with as many equal characters say the same. */
  private static final int SAME_START = 6;

  private final Map<Tongue, Grammar> grammars = new EnumMap<>(Tongue.class);
  private final Grammar names = Grammar.read("names.txt");
  private final Timeline timeline;

  Composer(Timeline timeline) {
    this.timeline = timeline;
    for (Tongue tongue : Tongue.values()) {
      grammars.put(tongue, Grammar.read(tongue.code() + ".txt"));
    }
  }

  /** Whether the arrival's language has words for this feeling in its strand. */
  boolean canExpress(Arrival arrival, Feeling feeling) {
    return grammars.get(arrival.tongue()).has(arrival.strand().rule() + "." + feeling.rule());
  }

  /** The sentences of a post of its own; they name the strand's brand where it has one. */
  List<String> post(Arrival arrival, Feeling feeling, Platform platform, RandomGenerator random) {
    Grammar grammar = grammars.get(arrival.tongue());
    Map<String, String> words = words(arrival, platform, random);
    List<String> sentences = new ArrayList<>();
    String core = grammar.expand(rule(grammar, arrival, feeling, random), words, random);
    if (random.nextDouble() < OPENS) {
      boolean verdict =
          feeling != Feeling.NEUTRAL
              && arrival.strand().event() == Event.TALK
              && random.nextDouble() < 0.7;
      core =
          join(
              arrival.tongue(),
              grammar.expand(verdict ? "opener.opinion" : "opener", words, random),
              core);
    }
    sentences.add(core);
    boolean longer = platform == Platform.REDDIT;
    String detail = detail(grammar, arrival.strand(), feeling);
    for (int i = 0; i < (longer ? 3 : 2); i++) {
      if (detail != null && random.nextDouble() < (longer ? FOLLOWS_UP_LONG : FOLLOWS_UP)) {
        String more = grammar.expand(detail, words, random);
        if (sentences.stream()
            .noneMatch(
                said -> said.regionMatches(0, more, 0, Math.min(SAME_START, more.length())))) {
          sentences.add(more);
        }
      }
    }
    if (random.nextDouble() < CLOSES) {
      sentences.add(grammar.expand("closer", words, random));
    }
    return sentences;
  }

  /** The sentence of an answer to somebody. */
  String reply(Arrival arrival, Feeling feeling, Platform platform, RandomGenerator random) {
    Grammar grammar = grammars.get(arrival.tongue());
    boolean storm = arrival.strand().event() == Event.STORM && feeling == Feeling.NEGATIVE;
    String rule = storm ? "replystorm.negative" : "reply." + feeling.rule();
    return grammar.expand(rule, words(arrival, platform, random), random);
  }

  /** What somebody says above a quoted post. */
  String quote(Tongue tongue, Feeling feeling, RandomGenerator random) {
    return grammars.get(tongue).expand("quote." + feeling.rule(), NO_WORDS, random);
  }

  String spam(Arrival arrival, RandomGenerator random) {
    return grammars
        .get(arrival.tongue())
        .expand("spam", words(arrival, Platform.X, random), random);
  }

  String hashtag(Tongue tongue, RandomGenerator random) {
    return grammars.get(tongue).expand("hashtag", NO_WORDS, random);
  }

  String slang(Tongue tongue, RandomGenerator random) {
    return grammars.get(tongue).expand("slang", NO_WORDS, random);
  }

  String emoji(Feeling feeling, RandomGenerator random) {
    return names.expand("emoji." + feeling.rule(), NO_WORDS, random);
  }

  private String rule(Grammar grammar, Arrival arrival, Feeling feeling, RandomGenerator random) {
    Strand strand = arrival.strand();
    if (strand.event() == Event.STORM) {
      String recall = "stormrecall." + feeling.rule();
      boolean recalled = timeline.stormAge(arrival.at()) > Timeline.RECALL;
      if (recalled && grammar.has(recall) && random.nextDouble() < 0.45) {
        return recall;
      }
    }
    return strand.rule() + "." + feeling.rule();
  }

  private static String detail(Grammar grammar, Strand strand, Feeling feeling) {
    return switch (strand.event()) {
      case STORM -> feeling == Feeling.NEGATIVE ? "storm.detail" : null;
      case LAUNCH -> feeling == Feeling.POSITIVE ? "launch.detail" : null;
      case TALK -> grammar.has("detail." + feeling.rule()) ? "detail." + feeling.rule() : null;
      case MARKET, SPAM -> null;
    };
  }

  private Map<String, String> words(Arrival arrival, Platform platform, RandomGenerator random) {
    List<Brand> all = Brand.ALL;
    Brand brand =
        arrival.strand().brand() == null
            ? all.get(random.nextInt(all.size()))
            : arrival.strand().brand();
    Brand rival = all.get((all.indexOf(brand) + random.nextInt(1, all.size())) % all.size());
    boolean launched = arrival.at().isAfter(timeline.launch());
    String product = product(brand, launched, random);
    Map<String, String> words = new HashMap<>();
    words.put("brand", brand.name());
    words.put("rival", rival.name());
    words.put("handle", platform == Platform.REDDIT ? brand.name() : brand.handle());
    words.put("product", named(brand, product, random));
    words.put("productonly", product);
    words.put("stormproduct", named(Brand.TERNFELL, "Skerry", random));
    words.put(
        "launchproduct",
        named(Brand.TERNFELL, random.nextDouble() < 0.3 ? "#Kittiwake" : "Kittiwake", random));
    words.put(
        "link",
        "https://"
            + names.expand("domain", NO_WORDS, random)
            + "/"
            + Long.toString(random.nextLong(1 << 24), 36));
    return words;
  }

  private static String product(Brand brand, boolean launched, RandomGenerator random) {
    List<String> products = brand.products();
    // Ternfell's last product is the one that is launched; before, nobody can speak of it
    int known = brand.equals(Brand.TERNFELL) && !launched ? products.size() - 1 : products.size();
    return products.get((int) (known * StrictMath.pow(random.nextDouble(), 1.4)));
  }

  private static String named(Brand brand, String product, RandomGenerator random) {
    double u = random.nextDouble();
    if (product.startsWith("#")) {
      return product;
    }
    return u < 0.42 ? brand.name() + " " + product : u < 0.85 ? product : brand.name();
  }

  private static String join(Tongue tongue, String opener, String core) {
    return tongue == Tongue.JA ? opener + core : opener + " " + core;
  }
}
