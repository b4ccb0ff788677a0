package dev.bellwether.nativecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What reflection and resources each service needs, its native image would have. It does not prove
 * that the image builds and runs: see docs/adr/0013.
 */
class NativeImageTest {

  static Stream<Service> services() {
    return Service.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyJsonTypeMayBeReflectedUpon(Service service) throws IOException {
    try (var loader = service.classLoader()) {
      var check = new Check(service.nativeConfig(), service.own(), loader);
      assertTrue(
          JsonTypes.of(service.own(), loader).contains("dev.bellwether.kit.problem.Problem"),
          "the search itself has lost the type that every service answers");
      assertNothing(check.jsonTypes());
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyMigrationModelAndPageIsInTheImage(Service service) throws IOException {
    try (var loader = service.classLoader()) {
      assertNothing(new Check(service.nativeConfig(), service.own(), loader).resources());
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyClassThatASettingNamesCanBeMade(Service service) throws IOException {
    try (var loader = service.classLoader()) {
      assertNothing(
          new Check(service.nativeConfig(), service.own(), loader).classesNamedInSettings());
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void theNgramsOfEveryLanguageToldApartByLettersAreInTheImage(Service service) throws IOException {
    try (var loader = service.classLoader()) {
      var models = LinguaModels.askedFor(service.own());
      assertEquals(
          service.name().equals("ingest-service"),
          !models.isEmpty(),
          "only ingest decides languages");
      assertNothing(
          new Check(service.nativeConfig(), service.own(), loader).resourcesOf("Lingua", models));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void thePhoneNumbersOfEveryRegionAreInTheImage(Service service) throws IOException {
    try (var loader = service.classLoader()) {
      var regions = service.libraryFiles("com/google/i18n/phonenumbers/data/");
      assertEquals(
          service.name().equals("ingest-service"), regions.size() > 200, "only ingest redacts");
      assertNothing(
          new Check(service.nativeConfig(), service.own(), loader)
              .resourcesOf("libphonenumber", regions));
    }
  }

  private static void assertNothing(List<String> findings) {
    assertTrue(findings.isEmpty(), () -> "\n" + String.join("\n", findings));
  }
}
