package dev.bellwether.nativecheck;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files from which ingest reads Lingua's n-grams, for the languages that it names. */
final class LinguaModels {

  private static final String READER = "dev.bellwether.ingest.language.NgramLanguageIdentifier";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private LinguaModels() {}

  /** Paths without a slash at the start; empty for a service that does not tell languages apart. */
  static Set<String> askedFor(Collection<ClassFiles> classes) {
    var paths = new TreeSet<String>();
    for (ClassFiles files : classes) {
      byte[] reader = files.classes().get(READER);
      if (reader != null) {
        new ClassCode(reader, LinguaModels.class.getClassLoader())
            .strings().stream()
                .filter(LANGUAGE.asMatchPredicate())
                .flatMap(
                    language ->
                        Set.of("unigrams", "bigrams", "trigrams", "quadrigrams").stream()
                            .map(length -> "language-models/" + language + "/" + length + ".json"))
                .forEach(paths::add);
      }
    }
    return paths;
  }
}
