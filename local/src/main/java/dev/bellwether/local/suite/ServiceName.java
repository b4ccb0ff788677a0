package dev.bellwether.local.suite;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of the five services as a person writes it on the command line. */
public final class ServiceName implements ITypeConverter<Component>, Iterable<String> {

  private static final List<String> NAMES =
      Component.services().stream().map(Component::label).toList();

  @Override
  public Component convert(String name) {
    return Component.services().stream()
        .filter(service -> service.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "%s is no service: there are %s".formatted(name, String.join(", ", NAMES))));
  }

  @Override
  public Iterator<String> iterator() {
    return NAMES.iterator();
  }
}
