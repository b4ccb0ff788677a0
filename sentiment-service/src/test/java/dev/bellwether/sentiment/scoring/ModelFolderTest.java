package dev.bellwether.sentiment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.SmallModels;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

  @TempDir Path folder;

  @Test
  void anOwnModelTakesThePlaceOfTheBundledOneOfItsTaskAndLanguage() throws IOException {
    var own = SmallModels.of(Task.IRONY, "", Lexicon.EMPTY, 99);
    write("own.bin", own);
    Files.writeString(folder.resolve("own.md"), "a card is no model");
    var models = ModelFolder.replace(SmallModels.all(), ModelFolder.read(folder));
    assertEquals(4, models.size());
    assertEquals(own, models.get(2));
    assertEquals(SmallModels.all().getFirst(), models.getFirst());
  }

  @Test
  void aBadFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("broken.bin"), "this is no model, but long enough to be one");
    var refused = assertThrows(IOException.class, () -> ModelFolder.read(folder));
    assertTrue(refused.getMessage().contains("broken.bin"), refused.getMessage());
    assertTrue(refused.getMessage().contains("not a Bellwether model"), refused.getMessage());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    var refused =
        assertThrows(IOException.class, () -> ModelFolder.read(folder.resolve("nowhere")));
    assertTrue(refused.getMessage().contains("bellwether.models.folder"), refused.getMessage());
  }

  @Test
  void twoOwnModelsForOneTaskAndLanguageAreRefused() {
    var own = SmallModels.all().getFirst();
    assertThrows(
        IllegalArgumentException.class, () -> ModelFolder.replace(List.of(), List.of(own, own)));
  }

  private void write(String name, LinearModel model) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(name))) {
      ModelFile.write(model, out);
    }
  }
}
