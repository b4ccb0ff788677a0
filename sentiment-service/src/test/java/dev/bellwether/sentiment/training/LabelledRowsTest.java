package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledRowsTest {

  @TempDir Path folder;

  @Test
  void labelsAreNumbersOrNames() throws IOException {
    var rows = read(Task.EMOTION, "0\tgrr", "sadness\tsigh", "");
    assertEquals(List.of(new LabelledPost(0, "grr"), new LabelledPost(3, "sigh")), rows.posts());
  }

  @Test
  void rowsFromSourcesThatForbidTrainingAreLeftOutAndCounted() throws IOException {
    var rows =
        read(
            Task.IRONY,
            "1\ta\tx",
            "1\tb\tx:1745",
            "0\tc\tTwitter",
            "0\td\tmastodon:9",
            "0\te\txing",
            "1\tf");
    assertEquals(3, rows.refused());
    assertEquals(List.of("d", "e", "f"), rows.posts().stream().map(LabelledPost::text).toList());
  }

  @Test
  void aBadRowIsNamedWithFileLineAndColumn() {
    assertRefused("rows.tsv, line 2, column 1", "1\tfine", "no label");
    assertRefused("rows.tsv, line 1, column 1", "3\tno such class");
    assertRefused("rows.tsv, line 3, column 2", "1\tfine", "0\tfine", "1");
  }

  @Test
  void aFileThatIsNotUtf8IsNamed() throws IOException {
    Files.write(folder.resolve("rows.tsv"), new byte[] {'1', '\t', (byte) 0xff, (byte) 0xfe});
    var refused =
        assertThrows(
            IOException.class, () -> LabelledRows.read(folder.resolve("rows.tsv"), Task.SENTIMENT));
    assertTrue(refused.getMessage().contains("UTF-8"), refused.getMessage());
  }

  private void assertRefused(String told, String... lines) {
    var refused = assertThrows(IOException.class, () -> read(Task.SENTIMENT, lines));
    assertTrue(refused.getMessage().contains(told), refused.getMessage());
  }

  private LabelledRows read(Task task, String... lines) throws IOException {
    var file = folder.resolve("rows.tsv");
    Files.write(file, List.of(lines));
    return LabelledRows.read(file, task);
  }
}
