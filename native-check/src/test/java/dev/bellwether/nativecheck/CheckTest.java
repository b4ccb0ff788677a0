package dev.bellwether.nativecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The check itself, on mistakes planted here. */
class CheckTest {

  record Inner(int amount) {}

  enum Kind {
    ONE
  }

  record Returned(List<Inner> inners, Map<String, Kind> kinds) {}

  record Body(String text) {}

  record Asked(String query) {}

  record Entity(String text) {}

  record Written(String text) {}

  record Read(String text) {}

  record Internal(String text) {}

  static class Resource {
    @GET
    public Returned get(@QueryParam("q") String query) {
      return new Returned(List.of(), Map.of("a", Kind.ONE));
    }

    @POST
    public Response post(Body body) {
      var internal = new Internal(body.text());
      return Response.ok(new Entity(internal.text())).build();
    }
  }

  static class ByHand {
    private final ObjectMapper json = new ObjectMapper();

    String write(String text) throws JsonProcessingException {
      Written written = new Written(text);
      return json.writeValueAsString(written);
    }

    Read read(String text) throws JsonProcessingException {
      return json.readValue(text, Read.class);
    }
  }

  static class Asking {
    InputStream relative() {
      return Asking.class.getResourceAsStream("words.txt");
    }

    InputStream absolute() {
      return Asking.class.getResourceAsStream("/page.html");
    }
  }

  static class AskingByComputedName {
    InputStream model(String language) {
      return AskingByComputedName.class.getResourceAsStream("/models/" + language);
    }
  }

  private static final NativeConfig EMPTY = new NativeConfig(Map.of(), List.of());

  @Test
  void whatARestMethodTakesAndAnswersIsFoundWithItsParts() throws IOException {
    assertEquals(
        names(Returned.class, Inner.class, Kind.class, Body.class, Entity.class),
        JsonTypes.of(List.of(compiled(Resource.class)), loader()).stream()
            .collect(Collectors.toSet()));
  }

  @Test
  void whatTheCodeHandsToJacksonIsFound() throws IOException {
    assertEquals(
        names(Written.class, Read.class),
        JsonTypes.of(List.of(compiled(ByHand.class)), loader()).stream()
            .collect(Collectors.toSet()));
  }

  @Test
  void aTypeThatIsNotRegisteredIsNamedWithTheRemedy() throws IOException {
    var findings = new Check(EMPTY, List.of(compiled(ByHand.class)), loader()).jsonTypes();
    assertEquals(2, findings.size());
    assertTrue(findings.getFirst().startsWith(Read.class.getName()), findings::toString);
    assertTrue(findings.getFirst().contains("@RegisterForReflection"), findings::toString);
  }

  @Test
  void aTypeOfWhichOnlyTheConstructorsAreRegisteredIsNotEnough() throws IOException {
    var half = new NativeConfig.Registration(true, false, false);
    var config =
        new NativeConfig(
            Map.of(Read.class.getName(), half, Written.class.getName(), half), List.of());
    assertEquals(
        2, new Check(config, List.of(compiled(ByHand.class)), loader()).jsonTypes().size());
  }

  @Test
  void aServiceThatLosesOneEventIsToldOfItAlone() throws IOException {
    var sentiment = Service.ALL.get(1);
    try (var loader = sentiment.classLoader()) {
      var config = sentiment.nativeConfig();
      var classes = new HashMap<>(config.classes());
      classes.remove("dev.bellwether.contracts.mention.Author");
      var findings =
          new Check(new NativeConfig(classes, config.resources()), sentiment.own(), loader)
              .jsonTypes();
      assertEquals(1, findings.size(), findings::toString);
      assertTrue(findings.getFirst().startsWith("dev.bellwether.contracts.mention.Author "));
    }
  }

  @Test
  void aMigrationOutsideThePatternsIsNamedWithTheRemedy() {
    var files =
        new ClassFiles(
            Map.of(), Map.of("db/migration/V1__a.sql", new byte[0], "notes.md", new byte[0]));
    var config = new NativeConfig(Map.of(), List.of(Pattern.compile("db/other/.*")));
    var findings = new Check(config, List.of(files), loader()).resources();
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.getFirst().startsWith("db/migration/V1__a.sql"));
    assertTrue(findings.getFirst().contains("quarkus.native.resources.includes"));
  }

  @Test
  void aResourceIsLookedForWhereTheClassWouldLook() throws IOException {
    var findings = new Check(EMPTY, List.of(compiled(Asking.class)), loader()).resources();
    assertEquals(
        List.of("dev/bellwether/nativecheck/words.txt", "page.html"),
        findings.stream().map(line -> line.split(" ")[0]).toList());
  }

  @Test
  void aResourceByAComputedNameIsRefused() throws IOException {
    var findings =
        new Check(EMPTY, List.of(compiled(AskingByComputedName.class)), loader()).resources();
    assertTrue(findings.getFirst().contains("computed name"), findings::toString);
  }

  @Test
  void aClassThatASettingNamesAndNobodyRegistersIsNamed() {
    var settings =
        "some.serializer=" + CheckTest.class.getName() + "\n%test.other=java.lang.String";
    var files =
        new ClassFiles(
            Map.of(), Map.of("application.properties", settings.getBytes(StandardCharsets.UTF_8)));
    var findings = new Check(EMPTY, List.of(files), loader()).classesNamedInSettings();
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.getFirst().contains("some.serializer"), findings::toString);
  }

  private static ClassLoader loader() {
    return CheckTest.class.getClassLoader();
  }

  private static ClassFiles compiled(Class<?> type) throws IOException {
    try (var in = loader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return new ClassFiles(Map.of(type.getName(), in.readAllBytes()), Map.of());
    }
  }

  private static java.util.Set<String> names(Class<?>... types) {
    return Stream.of(types).map(Class::getName).collect(Collectors.toSet());
  }
}
