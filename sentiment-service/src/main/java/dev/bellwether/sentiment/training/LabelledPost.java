package dev.bellwether.sentiment.training;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.model.FlatModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A post and how people said it feels. */
public record LabelledPost(SentimentLabel label, String text) {

  /**
   * Reads lines of label (0 negative, 1 neutral, 2 positive), tab, text.
   *
   * @throws IOException naming the file and line that cannot be read
   */
  public static List<LabelledPost> read(Path file) throws IOException {
    var posts = new ArrayList<LabelledPost>();
    int line = 0;
    for (var row : Files.readAllLines(file)) {
      line++;
      int tab = row.indexOf('\t');
      int label = tab == 1 ? row.charAt(0) - '0' : -1;
      if (label < 0 || label >= FlatModel.CLASSES.size()) {
        throw new IOException(
            file + ", line " + line + ": expected 0, 1 or 2, a tab, and the text");
      }
      posts.add(new LabelledPost(FlatModel.CLASSES.get(label), row.substring(tab + 1)));
    }
    return List.copyOf(posts);
  }
}
