package dev.bellwether.local.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Decides what each arrival says, given what was said before: a post of its own, an answer, a
 * repost, a quote, a copy.
 */
final class Conversation {
  private static final int REMEMBERED = 60;
  private static final int TRIES = 8;
  private static final double TAGGED_LAUNCH = 0.3;
  private static final double TAGGED_STORM = 0.2;

  /** Hours until the storm has a hashtag of its own. */
  private static final double STORM_TAG_AFTER = 8;

  /** What is said: {@code replyTo} and {@code copyOf} are null where it is neither. */
  record Said(String text, Feeling feeling, Post replyTo, Post copyOf) {}

  private final Timeline timeline;
  private final Composer composer;
  private final Typing typing;
  private final Set<String> texts = new HashSet<>();
  private final Map<Strand, List<Post>> recent = new EnumMap<>(Strand.class);
  private final Map<Tongue, List<String>> campaigns = new EnumMap<>(Tongue.class);

  Conversation(Timeline timeline) {
    this.timeline = timeline;
    this.composer = new Composer(timeline);
    this.typing = new Typing(composer);
  }

  Said say(Arrival arrival, Person person, RandomGenerator random) {
    if (arrival.strand().event() == Event.SPAM) {
      return new Said(spam(arrival, random), Feeling.NEUTRAL, null, null);
    }
    double u = random.nextDouble();
    Post earlier = earlier(arrival, person.platform(), random);
    if (earlier != null && u < 0.04 && person.platform() == Platform.X) {
      return repost(earlier);
    }
    if (earlier != null && u < 0.075) {
      return quote(arrival, earlier, random);
    }
    if (earlier != null && u < 0.10) {
      return nearCopy(earlier, random);
    }
    Feeling drawn = arrival.strand().feeling(random);
    Feeling feeling = composer.canExpress(arrival, drawn) ? drawn : Feeling.NEGATIVE;
    boolean answers = earlier != null && u < 0.21 && takesAnswers(arrival.strand(), feeling);
    for (int i = 1; ; i++) {
      Said said =
          answers
              ? reply(arrival, person, feeling, earlier, random)
              : own(arrival, person, feeling, random);
      if (texts.add(said.text().toLowerCase(Locale.ROOT)) || i == TRIES) {
        return said;
      }
    }
  }

  void remember(Arrival arrival, Post post) {
    if (post.truth().copyOf() == null && arrival.strand().event() != Event.SPAM) {
      List<Post> posts = recent.computeIfAbsent(arrival.strand(), strand -> new ArrayList<>());
      posts.add(post);
      if (posts.size() > REMEMBERED) {
        posts.removeFirst();
      }
    }
  }

  private static boolean takesAnswers(Strand strand, Feeling feeling) {
    return strand.event() == Event.TALK
        || strand.event() == Event.STORM && feeling == Feeling.NEGATIVE;
  }

  private Post earlier(Arrival arrival, Platform platform, RandomGenerator random) {
    List<Post> posts =
        recent.getOrDefault(arrival.strand(), List.of()).stream()
            .filter(post -> post.truth().language().equals(arrival.tongue().code()))
            .filter(post -> post.row().platform().equals(platform.code()))
            .toList();
    return posts.isEmpty() ? null : posts.get(random.nextInt(posts.size()));
  }

  private Said own(Arrival arrival, Person person, Feeling feeling, RandomGenerator random) {
    List<String> sentences = composer.post(arrival, feeling, person.platform(), random);
    String body = String.join(" ", sentences);
    List<String> tags = tags(arrival, person, body, random);
    return new Said(
        typing.type(sentences, person, arrival.tongue(), feeling, tags, random),
        feeling,
        null,
        null);
  }

  /**
   * Tags of the matter; the brand's own when the sentences do not name it, as then nothing else
   * says whom they are about.
   */
  private List<String> tags(Arrival arrival, Person person, String body, RandomGenerator random) {
    List<String> tags = new ArrayList<>();
    Brand brand = arrival.strand().brand();
    if (brand != null && !brand.isNamedIn(body)) {
      tags.add(brand.name().toLowerCase(Locale.ROOT));
    }
    boolean takesTags = person.platform() != Platform.REDDIT;
    if (takesTags
        && arrival.strand().event() == Event.LAUNCH
        && random.nextDouble() < TAGGED_LAUNCH
        && !body.contains("#")) {
      tags.add("Kittiwake");
    }
    boolean named = timeline.stormAge(arrival.at()) > STORM_TAG_AFTER;
    if (takesTags
        && named
        && arrival.strand().event() == Event.STORM
        && random.nextDouble() < TAGGED_STORM) {
      tags.add("TernfellLeak");
    }
    return tags;
  }

  private Said reply(
      Arrival arrival, Person person, Feeling feeling, Post earlier, RandomGenerator random) {
    String sentence = composer.reply(arrival, feeling, person.platform(), random);
    Brand brand = arrival.strand().brand();
    List<String> tags =
        brand.isNamedIn(sentence) ? List.of() : List.of(brand.name().toLowerCase(Locale.ROOT));
    String text = typing.type(List.of(sentence), person, arrival.tongue(), feeling, tags, random);
    boolean addressed = person.platform() == Platform.X || person.platform() == Platform.MASTODON;
    return new Said(
        addressed ? "@" + earlier.row().author() + " " + text : text, feeling, earlier, null);
  }

  private static Said repost(Post earlier) {
    String text =
        cut("RT @" + earlier.row().author() + ": " + earlier.row().text(), Platform.X.longest());
    return new Said(text, earlier.truth().feeling(), null, earlier);
  }

  private Said quote(Arrival arrival, Post earlier, RandomGenerator random) {
    String comment = composer.quote(arrival.tongue(), earlier.truth().feeling(), random);
    String text =
        comment
            + (random.nextBoolean() ? " 👇 " : ": ")
            + "“"
            + cut(earlier.row().text(), 220)
            + "”";
    return new Said(text, earlier.truth().feeling(), null, earlier);
  }

  /** Somebody else's words with a word before or behind them. */
  private Said nearCopy(Post earlier, RandomGenerator random) {
    Tongue tongue = Tongue.valueOf(earlier.truth().language().toUpperCase(Locale.ROOT));
    String word =
        random.nextBoolean()
            ? composer.slang(tongue, random)
            : composer.emoji(earlier.truth().feeling(), random);
    String text = earlier.row().text();
    return new Said(
        random.nextBoolean() ? word + " " + text : text + " " + word,
        earlier.truth().feeling(),
        null,
        earlier);
  }

  private String spam(Arrival arrival, RandomGenerator random) {
    List<String> running = campaigns.computeIfAbsent(arrival.tongue(), tongue -> new ArrayList<>());
    if (!running.isEmpty() && random.nextDouble() < 0.55) {
      int newest = running.size() - 1;
      return running.get(newest - random.nextInt(Math.min(running.size(), 12)));
    }
    String text = composer.spam(arrival, random);
    running.add(text);
    return text;
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int space = text.lastIndexOf(' ', length - 1);
    return text.substring(0, space > length / 2 ? space : length - 1) + "…";
  }
}
