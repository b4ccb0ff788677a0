package dev.bellwether.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option's folder, which must be there: a benchmark finds that out before it starts anything.
 */
final class ExistingFolder implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    var folder = Path.of(value);
    if (!Files.isDirectory(folder)) {
      throw new TypeConversionException(folder + " is no folder");
    }
    return folder;
  }
}
