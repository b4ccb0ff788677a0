package dev.bellwether.nativecheck;

import com.github.pemistahl.lingua.api.Language;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The files from which Lingua reads its trigrams, for the languages that a service names. */
final class LinguaModels {

  private LinguaModels() {}

  /** Paths without a slash at the start; empty for a service that does not use Lingua. */
  static Set<String> askedFor(Collection<ClassFiles> classes) {
    var paths = new TreeSet<String>();
    for (ClassFiles files : classes) {
      for (byte[] bytes : files.classes().values()) {
        new ClassCode(bytes, LinguaModels.class.getClassLoader())
            .constantsOf("com/github/pemistahl/lingua/api/Language").stream()
                .filter(name -> !name.equals(Language.UNKNOWN.name()))
                .map(
                    name ->
                        Language.valueOf(name).getIsoCode639_1().name().toLowerCase(Locale.ROOT))
                .forEach(code -> paths.add("language-models/" + code + "/trigrams.json"));
      }
    }
    return paths;
  }
}
