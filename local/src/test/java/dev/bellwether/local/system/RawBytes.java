package dev.bellwether.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Logger;

/** Looks for strings in files as they lie on the disk, whatever wrote them. */
final class RawBytes {

  private static final Logger LOG = Logger.getLogger(RawBytes.class.getName());

  private RawBytes() {}

  /**
   * Folders right below {@code root} of whose files one holds one of the strings. What is written
   * compressed is not found.
   */
  static Collection<String> foldersWith(Path root, Collection<String> strings) {
    var files = new TreeMap<String, Integer>();
    try (var all = Files.walk(root)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (strings.stream().anyMatch(bytes::contains)) {
          files.merge(root.relativize(file).getName(0).toString(), 1, Integer::sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.info(() -> "files that still hold bytes of what is erased: " + files);
    return List.copyOf(files.keySet());
  }
}
