package dev.bellwether.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from the zonky binaries' jar. zonky's launcher itself is not
 * used: it trusts every local user, and an unpacking that was interrupted poisons its folder for
 * ever.
 */
record PostgresPrograms(Path folder) {

  static final String VERSION = "18";

  /**
   * The programs in {@code installDir}, unpacked there at the first call. Safe to call from several
   * processes at once: one unpacks, the others wait. What an interrupted one left is removed.
   */
  static synchronized PostgresPrograms in(Path installDir) throws IOException {
    var folder = installDir.resolve("postgresql-" + VERSION);
    if (!Files.exists(folder)) {
      Files.createDirectories(installDir);
      try (var file =
              FileChannel.open(
                  installDir.resolve("unpacking.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = file.lock()) {
        if (!Files.exists(folder)) {
          unpackWhole(installDir, folder);
        }
      }
    }
    return new PostgresPrograms(folder);
  }

  private static void unpackWhole(Path installDir, Path folder) throws IOException {
    try (var former = Files.newDirectoryStream(installDir, "unpacking-*")) {
      for (var path : former) {
        erase(path);
      }
    }
    var unpacking = Files.createTempDirectory(installDir, "unpacking-");
    Files.setPosixFilePermissions(unpacking, modes(0755));
    unpack(unpacking);
    writeThrough(unpacking);
    Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The folder counts as whole for ever after: no power failure may empty a program in it. One call
   * for the whole file system; forcing file by file takes seconds.
   */
  private static void writeThrough(Path folder) throws IOException {
    try {
      new ProcessBuilder("sync", "-f", folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL is unpacked", e);
    }
  }

  /**
   * A command line that runs {@code program}, as somebody else than root where we are root:
   * PostgreSQL refuses root.
   */
  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      // a user namespace of its own, where nobody is root; the process keeps its id and its files
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return OwnSession.of(command);
  }

  private static void unpack(Path into) throws IOException {
    try (var packed = open();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new FileAlreadyExistsException(
          "a hard link is not expected in the archive: " + entry.getName());
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, modes(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> modes(int mode) {
    boolean program = (mode & 0100) != 0;
    return java.nio.file.attribute.PosixFilePermissions.fromString(
        program ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static InputStream open() throws IOException {
    var resource = "/postgres-" + system() + ".txz";
    var stream = PostgresPrograms.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException(
          "no PostgreSQL for this machine on the class path ("
              + resource
              + "): add the zonky binaries of this platform");
    }
    return stream;
  }

  private static String system() {
    var os =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    var arm = System.getProperty("os.arch").equals("aarch64");
    return os + (arm ? "-arm_64" : "-x86_64");
  }

  private static void erase(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
