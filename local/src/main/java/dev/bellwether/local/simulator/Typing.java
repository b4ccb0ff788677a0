package dev.bellwether.local.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Turns sentences into what a person's thumbs make of them: capitals, stops, slips, emoji, tags.
 */
final class Typing {
  /** An "a" before a name that begins with a vowel. */
  private static final Pattern BEFORE_VOWEL = Pattern.compile("\\b([Aa]) (?=[AEIO][a-z])");

  private static final int LEAST_FOR_SLIP = 5;

  private final Composer composer;

  Typing(Composer composer) {
    this.composer = composer;
  }

  /**
   * The text of a post, no longer than the platform allows.
   *
   * @param tags hashtags that belong to the matter, without the sign
   */
  String type(
      List<String> sentences,
      Person person,
      Tongue tongue,
      Feeling feeling,
      List<String> tags,
      RandomGenerator random) {
    Person.Habits habits = person.habits();
    String ending = ending(person, tongue, feeling, tags, random);
    List<String> kept = new ArrayList<>(sentences);
    String body = run(kept, habits, tongue, feeling, random);
    while (kept.size() > 1 && body.length() + ending.length() > person.platform().longest()) {
      kept.removeLast();
      body = run(kept, habits, tongue, feeling, random);
    }
    if (random.nextDouble() < habits.typo()) {
      body = slip(body, random);
    }
    return body + ending;
  }

  private static String run(
      List<String> sentences,
      Person.Habits habits,
      Tongue tongue,
      Feeling feeling,
      RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      boolean last = i == sentences.size() - 1;
      if (i > 0 && tongue != Tongue.JA) {
        text.append(random.nextDouble() < 0.06 ? "\n" : " ");
      }
      text.append(habits.lowerCase() ? sentence : capital(sentence));
      int end = sentence.codePointBefore(sentence.length());
      if ((Character.isLetterOrDigit(end) || end == '%') && (!last || habits.stops())) {
        text.append(stop(tongue, feeling, last, random));
      }
    }
    String plain =
        tongue == Tongue.EN ? BEFORE_VOWEL.matcher(text).replaceAll("$1n ") : text.toString();
    return habits.lowerCase() ? lower(plain) : capitalAfterStops(plain);
  }

  private static String stop(Tongue tongue, Feeling feeling, boolean last, RandomGenerator random) {
    double u = random.nextDouble();
    if (feeling != Feeling.NEUTRAL && u < 0.3) {
      return tongue == Tongue.JA ? "!" : u < 0.05 ? "!!" : "!";
    }
    if (last && u > 0.94) {
      return "...";
    }
    return tongue == Tongue.JA ? "。" : ".";
  }

  private String ending(
      Person person, Tongue tongue, Feeling feeling, List<String> tags, RandomGenerator random) {
    Person.Habits habits = person.habits();
    StringBuilder end = new StringBuilder();
    if (random.nextDouble() < habits.slang()) {
      end.append(' ').append(composer.slang(tongue, random));
    }
    if (random.nextDouble() < habits.emoji()) {
      String emoji = composer.emoji(feeling, random);
      end.append(' ').append(random.nextDouble() < 0.15 ? emoji.repeat(3) : emoji);
    }
    for (String tag : tags) {
      end.append(" #").append(tag);
    }
    int more = person.platform() == Platform.INSTAGRAM ? 4 : 1;
    for (int i = 0; i < more && random.nextDouble() < habits.hashtag(); i++) {
      String tag = " #" + composer.hashtag(tongue, random);
      if (end.indexOf(tag) < 0) {
        end.append(tag);
      }
    }
    if (person.platform() != Platform.INSTAGRAM && random.nextDouble() < 0.05) {
      end.append(" https://pic.example/")
          .append(Long.toString(random.nextLong(36L * 36 * 36 * 36 * 36), 36));
    }
    return end.toString();
  }

  /** Two letters swapped or one left out, in a word that is neither a name, a tag nor a link. */
  private static String slip(String text, RandomGenerator random) {
    String[] words = text.split(" ", -1);
    int at = random.nextInt(words.length);
    String word = words[at];
    boolean plain =
        word.length() >= LEAST_FOR_SLIP && word.chars().allMatch(Character::isLowerCase);
    if (plain && Brand.ALL.stream().noneMatch(brand -> brand.isNamedIn(word))) {
      int i = random.nextInt(1, word.length() - 2);
      String rest = word.substring(i + 2);
      words[at] =
          word.substring(0, i)
              + (random.nextBoolean() ? "" + word.charAt(i + 1) + word.charAt(i) : word.charAt(i))
              + rest;
    }
    return String.join(" ", words);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String capitalAfterStops(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 2; i < out.length(); i++) {
      boolean afterStop = out.charAt(i - 1) == ' ' && ".!?".indexOf(out.charAt(i - 2)) >= 0;
      if (afterStop && (i < 3 || out.charAt(i - 3) != '.')) {
        out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
      }
    }
    return out.toString();
  }
}
