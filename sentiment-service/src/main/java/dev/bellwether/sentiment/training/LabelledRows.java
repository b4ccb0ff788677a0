package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a labelled file.
 *
 * @param posts those that may be used, in the order of the file
 * @param refused rows left out because their source forbids training
 */
public record LabelledRows(List<LabelledPost> posts, int refused) {

  /** Label, text, and where the post is from, counted from 1; the last may be missing. */
  public static final int SOURCE_COLUMN = 3;

  public LabelledRows {
    posts = List.copyOf(posts);
  }

  /** Reads a file of label, tab, text, and perhaps a tab and a source. */
  public static LabelledRows read(Path file, Task task) throws IOException {
    return read(file, task, SOURCE_COLUMN);
  }

  /**
   * Reads a file of label, tab, text; further columns are left alone but for the source. A label is
   * a class's name or its position among the task's classes from 0. Empty lines are skipped.
   *
   * @param sourceColumn the column that names a row's platform or mention, from 3
   * @throws IOException naming the file, line and column that cannot be read
   */
  public static LabelledRows read(Path file, Task task, int sourceColumn) throws IOException {
    var posts = new ArrayList<LabelledPost>();
    int refused = 0;
    int line = 0;
    for (var row : lines(file)) {
      line++;
      if (row.isEmpty()) {
        continue;
      }
      var columns = row.split("\t", -1);
      int label = label(columns[0], task);
      if (label < 0) {
        throw bad(file, line, 1, "expected a label, " + task.classes() + " or its number from 0");
      }
      if (columns.length < 2) {
        throw bad(file, line, 2, "expected a tab and the text");
      }
      if (columns.length >= sourceColumn && SourceRule.forbids(columns[sourceColumn - 1])) {
        refused++;
      } else {
        posts.add(new LabelledPost(label, columns[1]));
      }
    }
    return new LabelledRows(posts, refused);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      // not by BufferedReader's lines: a lone carriage return is part of a text
      return List.of(Files.readString(file).split("\r?\n", -1));
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not UTF-8", e);
    }
  }

  private static int label(String given, Task task) {
    int named = task.classes().indexOf(given.strip());
    if (named >= 0) {
      return named;
    }
    boolean digit = given.length() == 1 && given.charAt(0) >= '0' && given.charAt(0) <= '9';
    int number = digit ? given.charAt(0) - '0' : -1;
    return number < task.classes().size() ? number : -1;
  }

  private static IOException bad(Path file, int line, int column, String expected) {
    return new IOException(file + ", line " + line + ", column " + column + ": " + expected);
  }
}
