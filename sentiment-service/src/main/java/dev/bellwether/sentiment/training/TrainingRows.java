package dev.bellwether.sentiment.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a training run.
 *
 * @param used what is trained and chosen on
 * @param aside rows put aside; empty when none are
 * @param validation rows to measure on; empty when none are given
 * @param copies rows left out because validation has near copies of them
 * @param refused rows left out because their source forbids training
 */
record TrainingRows(
    List<LabelledPost> used,
    List<LabelledPost> aside,
    List<LabelledPost> validation,
    int copies,
    int refused) {

  static TrainingRows read(TrainCommand command, Progress progress) throws IOException {
    var rows = read(command.data, command);
    var validation =
        command.validate == null
            ? List.<LabelledPost>of()
            : LabelledRows.read(command.validate, command.task(), command.sourceColumn).posts();
    var distinct = Split.without(rows.posts(), validation);
    var aside =
        command.aside
            ? distinct.stream().filter(post -> Split.aside(post.text())).toList()
            : List.<LabelledPost>of();
    var used =
        command.aside
            ? distinct.stream().filter(post -> !Split.aside(post.text())).toList()
            : distinct;
    var read =
        new TrainingRows(
            used, aside, validation, rows.posts().size() - distinct.size(), rows.refused());
    read.told(command.task().classes()).forEach(line -> progress.say("%s", line));
    if (used.isEmpty()) {
      throw new IllegalArgumentException(command.data + ": no row is left to train on");
    }
    return read;
  }

  private static LabelledRows read(List<Path> files, TrainCommand command) throws IOException {
    var posts = new ArrayList<LabelledPost>();
    int refused = 0;
    for (var file : files) {
      var rows = LabelledRows.read(file, command.task(), command.sourceColumn);
      posts.addAll(rows.posts());
      refused += rows.refused();
    }
    return new LabelledRows(posts, refused);
  }

  /** Used and put aside. */
  List<LabelledPost> all() {
    var all = new ArrayList<>(used);
    all.addAll(aside);
    return all;
  }

  /** What a person should know of the rows. */
  List<String> told(List<String> classes) {
    var lines = new ArrayList<String>();
    lines.add("Rows trained and chosen on: " + counts(used, classes));
    if (!aside.isEmpty()) {
      lines.add("Rows put aside (a fifth, by the CRC-32 of their texts): " + aside.size());
    }
    if (copies > 0) {
      lines.add("Rows left out because validation has near copies of them: " + copies);
    }
    if (refused > 0) {
      lines.add("Rows left out: " + refused + ". " + SourceRule.REASON);
    }
    if (!validation.isEmpty()) {
      lines.add("Rows to validate on: " + counts(validation, classes));
    }
    return lines;
  }

  private static String counts(List<LabelledPost> posts, List<String> classes) {
    var counts = new ArrayList<String>();
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      counts.add(
          classes.get(c) + " " + posts.stream().filter(post -> post.label() == label).count());
    }
    return posts.size() + " (" + String.join(", ", counts) + ")";
  }
}
