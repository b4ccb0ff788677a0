package dev.bellwether.nativecheck;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of ours that Jackson reads or writes in a service, with everything they are made of:
 * the contracts' events that its classes name, what its REST methods take and answer, and what its
 * code hands to Jackson or to a Response itself.
 */
final class JsonTypes {

  private static final String OURS = "dev.bellwether.";

  /** Keys and topics: Kafka's side of the contracts, never JSON. */
  private static final String NOT_JSON = "dev.bellwether.contracts.kafka.";

  private final ClassLoader loader;
  private final Set<String> found = new TreeSet<>();

  private JsonTypes(ClassLoader loader) {
    this.loader = loader;
  }

  /** Names of all such types in {@code classes}. */
  static Set<String> of(Collection<ClassFiles> classes, ClassLoader loader) throws IOException {
    var types = new JsonTypes(loader);
    for (ClassFiles files : classes) {
      for (var file : files.classes().entrySet()) {
        types.addFrom(file.getKey(), file.getValue());
      }
    }
    return types.found;
  }

  private void addFrom(String name, byte[] bytes) {
    var code = new ClassCode(bytes, loader);
    code.mentioned("dev/bellwether/contracts/").forEach(event -> add(load(event)));
    code.handedToJson().forEach(type -> add(load(type)));
    if (!name.endsWith("package-info")) {
      for (Method method : load(name).getDeclaredMethods()) {
        if (isRestMethod(method)) {
          add(method.getGenericReturnType());
          addBody(method);
        }
      }
    }
  }

  /** Whether the method has an annotation such as GET: one that is itself marked HttpMethod. */
  private static boolean isRestMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(
            type ->
                Arrays.stream(type.getAnnotations())
                    .anyMatch(
                        meta ->
                            meta.annotationType().getName().equals("jakarta.ws.rs.HttpMethod")));
  }

  /** The body is the parameter that nothing says where to take from. */
  private void addBody(Method method) {
    var types = method.getGenericParameterTypes();
    var annotations = method.getParameterAnnotations();
    for (int i = 0; i < types.length; i++) {
      if (Arrays.stream(annotations[i])
          .noneMatch(a -> a.annotationType().getName().startsWith("jakarta.ws.rs."))) {
        add(types[i]);
      }
    }
  }

  private void add(Type type) {
    switch (type) {
      case Class<?> array when array.isArray() -> add(array.componentType());
      case Class<?> ours when ours.getName().startsWith(OURS) -> addOurs(ours);
      case ParameterizedType generic -> {
        add(generic.getRawType());
        Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
      }
      case GenericArrayType array -> add(array.getGenericComponentType());
      case WildcardType wildcard -> Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
      default -> {
        // the JDK's and libraries' own: their extensions know them
      }
    }
  }

  private void addOurs(Class<?> type) {
    boolean isData = type.isRecord() || type.isEnum() || type.isSealed();
    if (!isData || type.getName().startsWith(NOT_JSON) || !found.add(type.getName())) {
      return;
    }
    if (type.isRecord()) {
      Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getGenericType)
          .forEach(this::add);
    }
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(this::add);
    }
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
