package dev.bellwether.contractdocs.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * Puts a constant's value where the Javadoc of a type links to it: a reader of a schema does not
 * have the Java.
 *
 * @param type canonical name of the type whose Javadoc it is
 */
record ConstantNames(String type) {

  /**
   * @param reference {@code #CONSTANT}, {@code Type#CONSTANT} of the same package, or anything else
   * @return the value as it stands in JSON; for anything else the last name of the reference
   */
  String valueOf(String reference) {
    int hash = reference.indexOf('#');
    if (hash < 0 || reference.endsWith(")")) {
      return reference.substring(reference.lastIndexOf('.') + 1).replace('#', '.');
    }
    String owner = hash == 0 ? type : packageName() + "." + reference.substring(0, hash);
    String name = reference.substring(hash + 1);
    try {
      var holder = Class.forName(owner);
      return Arrays.stream(holder.getFields())
          .filter(field -> field.getName().equals(name))
          .findFirst()
          .map(ConstantNames::inJson)
          .orElseThrow(() -> new IllegalArgumentException(type + " links to " + reference));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(type + " links to " + reference, e);
    }
  }

  private String packageName() {
    return type.substring(0, type.lastIndexOf('.'));
  }

  private static String inJson(Field constant) {
    var property = constant.getAnnotation(JsonProperty.class);
    if (property != null) {
      return property.value();
    }
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(constant + " is not public", e);
    }
  }
}
