package dev.bellwether.local.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A hand-written grammar of posts. A file holds rules: a line {@code [name]}, then one alternative
 * a line. In an alternative {@code {name}} stands for a rule or a bound word, {@code {3-9}} for a
 * number and {@code <a|b|>} for one of the choices.
 */
final class Grammar {
  private final Map<String, List<String>> rules;

  private Grammar(Map<String, List<String>> rules) {
    this.rules = rules;
  }

  /**
   * Reads a grammar that lies beside this class.
   *
   * @throws IllegalStateException when there is no such file
   */
  static Grammar read(String file) {
    Map<String, List<String>> rules = new HashMap<>();
    try (InputStream in = Grammar.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no grammar " + file);
      }
      var lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
      List<String> rule = null;
      for (String line : lines) {
        if (line.startsWith("[")) {
          rule =
              rules.computeIfAbsent(
                  line.substring(1, line.length() - 1), name -> new ArrayList<>());
        } else if (rule != null && !line.isBlank()) {
          rule.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Grammar(rules);
  }

  boolean has(String rule) {
    return rules.containsKey(rule);
  }

  /**
   * One sentence of the rule.
   *
   * @param bound words that stand before the rules of the same name
   * @throws IllegalArgumentException when neither a rule nor a bound word has a name used
   */
  String expand(String rule, Map<String, String> bound, RandomGenerator random) {
    String word = bound.get(rule);
    if (word != null) {
      return word;
    }
    List<String> alternatives = rules.get(rule);
    if (alternatives == null) {
      throw new IllegalArgumentException("no rule " + rule);
    }
    return fill(alternatives.get(random.nextInt(alternatives.size())), bound, random);
  }

  private String fill(String pattern, Map<String, String> bound, RandomGenerator random) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int close = c == '{' ? pattern.indexOf('}', at) : c == '<' ? pattern.indexOf('>', at) : -1;
      if (close < 0) {
        out.append(c);
        at++;
        continue;
      }
      String inner = pattern.substring(at + 1, close);
      if (c == '<') {
        String[] choices = inner.split("\\|", -1);
        out.append(fill(choices[random.nextInt(choices.length)], bound, random));
      } else if (Character.isDigit(inner.charAt(0))) {
        out.append(number(inner, random));
      } else {
        out.append(expand(inner, bound, random));
      }
      at = close + 1;
    }
    return out.toString();
  }

  private static int number(String range, RandomGenerator random) {
    int dash = range.indexOf('-');
    return random.nextInt(
        Integer.parseInt(range.substring(0, dash)),
        Integer.parseInt(range.substring(dash + 1)) + 1);
  }
}
