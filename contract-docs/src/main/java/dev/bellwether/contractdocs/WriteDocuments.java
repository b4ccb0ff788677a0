package dev.bellwether.contractdocs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.contractdocs.asyncapi.AsyncApi;
import dev.bellwether.contractdocs.schema.EventSchemas;
import dev.bellwether.contractdocs.schema.SourceJavadoc;
import dev.bellwether.contracts.kafka.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: writes {@code asyncapi.json} and a folder of schemas. */
public final class WriteDocuments {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private WriteDocuments() {}

  /**
   * @param args the sources of {@code contracts}, the folder to write to, the suite's version
   */
  public static void main(String... args) throws IOException {
    var schemas = new EventSchemas(JSON, SourceJavadoc.of(Path.of(args[0])));
    var out = Path.of(args[1]);
    Files.createDirectories(out.resolve("schemas"));
    for (var event : EventTypes.ALL) {
      JSON.writeValue(
          out.resolve("schemas/" + EventSchemas.nameOf(event) + ".json").toFile(),
          schemas.schemaOf(event));
    }
    JSON.writeValue(
        out.resolve("asyncapi.json").toFile(), new AsyncApi(JSON, schemas).document(args[2]));
  }
}
