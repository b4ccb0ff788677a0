package dev.bellwether.nativecheck;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.SimpleVerifier;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;
import org.objectweb.asm.tree.analysis.Value;

/** What a compiled class does that matters to a native image, read from its byte code. */
final class ClassCode {

  private static final Set<String> JSON_OWNERS =
      Set.of(
          "com/fasterxml/jackson/databind/ObjectMapper",
          "com/fasterxml/jackson/databind/ObjectReader",
          "com/fasterxml/jackson/databind/ObjectWriter",
          "io/quarkus/kafka/client/serialization/ObjectMapperSerde",
          "dev/bellwether/kit/messaging/EventReader");

  /** By owner, the methods whose argument becomes the body of an answer. */
  private static final Map<String, Set<String>> BODIES =
      Map.of(
          "jakarta/ws/rs/core/Response", Set.of("ok", "accepted"),
          "jakarta/ws/rs/core/Response$ResponseBuilder", Set.of("entity"));

  private static final int UTF8 = 1;

  private final ClassNode code = new ClassNode();
  private final ClassReader reader;
  private final ClassLoader loader;

  ClassCode(byte[] bytes, ClassLoader loader) {
    this.reader = new ClassReader(bytes);
    this.loader = loader;
    reader.accept(code, ClassReader.SKIP_DEBUG);
  }

  /**
   * A resource that a class asks for.
   *
   * @param path without a slash at the start; null where the name is computed
   */
  record ResourceUse(String className, String path) {}

  /** Names of all classes below {@code prefix} (with slashes) that stand in the constant pool. */
  Set<String> mentioned(String prefix) {
    var pattern = Pattern.compile(Pattern.quote(prefix) + "[\\w/$]+");
    var names = new HashSet<String>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == UTF8) {
        pattern
            .matcher(utf8(offset))
            .results()
            .forEach(match -> names.add(match.group().replace('/', '.')));
      }
    }
    return names;
  }

  private String utf8(int offset) {
    int length = reader.readUnsignedShort(offset);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (reader.readByte(offset + 2 + i) & 0xff));
    }
    return text.toString();
  }

  /** Names of the types that the code gives to Jackson, as values or as classes to be read. */
  Set<String> handedToJson() {
    var types = new HashSet<String>();
    for (MethodNode method : code.methods) {
      if (calls(method).noneMatch(ClassCode::isJsonCall)) {
        continue;
      }
      for (AbstractInsnNode step : method.instructions) {
        if (step instanceof LdcInsnNode ldc && ldc.cst instanceof Type type) {
          types.add(type.getClassName());
        }
      }
      Frame<BasicValue>[] frames = frames(method, verifier());
      calls(method)
          .filter(ClassCode::isJsonCall)
          .forEach(call -> addArguments(call, frames[method.instructions.indexOf(call)], types));
    }
    return types.stream().filter(ClassCode::isOurs).collect(Collectors.toSet());
  }

  private static boolean isOurs(String type) {
    return type.startsWith("dev.bellwether.");
  }

  private static boolean isJsonCall(MethodInsnNode call) {
    return JSON_OWNERS.contains(call.owner)
        || BODIES.getOrDefault(call.owner, Set.of()).contains(call.name);
  }

  private static void addArguments(
      MethodInsnNode call, Frame<BasicValue> frame, Set<String> types) {
    if (frame == null) {
      return; // never reached
    }
    int arguments = Type.getArgumentCount(call.desc);
    for (int i = 0; i < arguments; i++) {
      var type = frame.getStack(frame.getStackSize() - 1 - i).getType();
      if (type != null && type.getSort() == Type.OBJECT) {
        types.add(type.getClassName());
      }
    }
  }

  /** The strings that the code has as constants. */
  Set<String> strings() {
    return code.methods.stream()
        .flatMap(method -> StreamSupport.stream(method.instructions.spliterator(), false))
        .filter(LdcInsnNode.class::isInstance)
        .map(instruction -> ((LdcInsnNode) instruction).cst)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toSet());
  }

  /** Every call of {@code getResource} and {@code getResourceAsStream}. */
  Set<ResourceUse> resourceUses() {
    var uses = new HashSet<ResourceUse>();
    for (MethodNode method : code.methods) {
      if (calls(method).noneMatch(ClassCode::asksForResource)) {
        continue;
      }
      Frame<SourceValue>[] frames = frames(method, new SourceInterpreter());
      calls(method)
          .filter(ClassCode::asksForResource)
          .forEach(call -> uses.add(use(call, frames[method.instructions.indexOf(call)])));
    }
    return uses;
  }

  private static boolean asksForResource(MethodInsnNode call) {
    return call.name.startsWith("getResource")
        && (call.owner.equals("java/lang/Class") || call.owner.equals("java/lang/ClassLoader"))
        && Type.getArgumentCount(call.desc) == 1;
  }

  private ResourceUse use(MethodInsnNode call, Frame<SourceValue> frame) {
    Object path = constant(frame.getStack(frame.getStackSize() - 1));
    Object receiver = constant(frame.getStack(frame.getStackSize() - 2));
    var className = code.name.replace('/', '.');
    if (!(path instanceof String text)) {
      return new ResourceUse(className, null);
    }
    if (text.startsWith("/") || call.owner.equals("java/lang/ClassLoader")) {
      return new ResourceUse(className, text.replaceFirst("^/", ""));
    }
    var owner = receiver instanceof Type type ? type.getInternalName() : code.name;
    return new ResourceUse(className, owner.substring(0, owner.lastIndexOf('/') + 1) + text);
  }

  private static Object constant(SourceValue value) {
    return value.insns.size() == 1 && value.insns.iterator().next() instanceof LdcInsnNode ldc
        ? ldc.cst
        : null;
  }

  private static Stream<MethodInsnNode> calls(MethodNode method) {
    return StreamSupport.stream(method.instructions.spliterator(), false)
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast);
  }

  private SimpleVerifier verifier() {
    var verifier =
        new SimpleVerifier(
            Opcodes.ASM9,
            Type.getObjectType(code.name),
            Type.getObjectType(code.superName),
            code.interfaces.stream().map(Type::getObjectType).toList(),
            (code.access & Opcodes.ACC_INTERFACE) != 0) {};
    verifier.setClassLoader(loader);
    return verifier;
  }

  private <V extends Value> Frame<V>[] frames(MethodNode method, Interpreter<V> interpreter) {
    try {
      return new Analyzer<>(interpreter).analyze(code.name, method);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(code.name + "." + method.name, e);
    }
  }
}
