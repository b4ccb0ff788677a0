package dev.bellwether.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's file, which must be there: a benchmark finds that out before it starts anything. */
final class ExistingFile implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    var file = Path.of(value);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new TypeConversionException(file + " is no file that can be read");
    }
    return file;
  }
}
