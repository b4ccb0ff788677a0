package dev.bellwether.sentiment.phrases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The three files of stanford-corenlp 4.5.10 that phrases need. Two of them are Java-serialised,
 * and deserialising a file of somebody else's making can run their code: so a file is only read on
 * when its bytes are these.
 */
enum KnownFile {
  TAGGER(
      "english-left3words-distsim.tagger",
      13_547_114,
      "25d3f63ba8b7e6c83156ac3869f5ef611df4398c44434775f284c1984484868c"),
  PARSER(
      "englishSR.ser.gz",
      63_744_771,
      "13dfed586c82005dea0cc8b0f1cae5687ba8959e2ccae86fd52d7bd5c3763e06"),
  SENTIMENT(
      "sentiment.ser.gz",
      4_079_954,
      "a6acffa9ab6b8f6069263a4a47c1218e0317a9461c942bcdcb9cb900ff58e434");

  static final String RELEASE = "stanford-corenlp 4.5.10";

  private static final String REMEDY = "; ./bellwether models phrases fetches it";

  private final String fileName;
  private final long bytes;
  private final String sha256;

  KnownFile(String fileName, long bytes, String sha256) {
    this.fileName = fileName;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  String fileName() {
    return fileName;
  }

  /**
   * The file's content, which is what was checked: nobody can put another in between.
   *
   * @throws UnusableModelsException when it is missing, unreadable or another file
   */
  byte[] read(Path folder) {
    var file = folder.resolve(fileName);
    try {
      // before reading it: a foreign file may be larger than the heap
      if (Files.size(file) != bytes) {
        throw foreign(file, "has %,d bytes instead of %,d".formatted(Files.size(file), bytes));
      }
      byte[] content = Files.readAllBytes(file);
      var sum = sha256(content);
      if (!sum.equals(sha256)) {
        throw foreign(file, "has the SHA-256 " + sum + " instead of " + sha256);
      }
      return content;
    } catch (NoSuchFileException e) {
      throw new UnusableModelsException(file + " is missing" + REMEDY, e);
    } catch (IOException e) {
      throw new UnusableModelsException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static UnusableModelsException foreign(Path file, String how) {
    return new UnusableModelsException(
        "%s is not the file of %s: it %s%s".formatted(file, RELEASE, how, REMEDY));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
