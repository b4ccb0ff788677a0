package dev.bellwether.nativecheck;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files from which ingest reads Lingua's n-grams, for the languages that it names. */
final class LinguaModels {

  /** Reads the files of the languages that it is given. */
  static final String READER = "dev.bellwether.ingest.language.LinguaModels";

  private static final String LANGUAGES = "dev.bellwether.ingest.language.NgramLanguageIdentifier";
  private static final Set<String> LENGTHS =
      Set.of("unigrams", "bigrams", "trigrams", "quadrigrams");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private LinguaModels() {}

  /**
   * Paths without a slash at the start; empty for a service that does not tell languages apart.
   *
   * @throws IllegalStateException when the reader does not know a length by the name it has here
   */
  static Set<String> askedFor(Collection<ClassFiles> classes) {
    var paths = new TreeSet<String>();
    for (ClassFiles files : classes) {
      if (files.classes().containsKey(LANGUAGES)) {
        if (!strings(files, READER).containsAll(LENGTHS)) {
          throw new IllegalStateException(READER + " names its files otherwise than " + LENGTHS);
        }
        strings(files, LANGUAGES).stream()
            .filter(LANGUAGE.asMatchPredicate())
            .flatMap(
                language ->
                    LENGTHS.stream()
                        .map(length -> "language-models/" + language + "/" + length + ".json"))
            .forEach(paths::add);
      }
    }
    return paths;
  }

  private static Set<String> strings(ClassFiles files, String name) {
    return new ClassCode(files.classes().get(name), LinguaModels.class.getClassLoader()).strings();
  }
}
