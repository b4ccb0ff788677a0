package dev.bellwether.contractdocs.schema;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * What the sources say of their types. Javadoc is the one place where a field's unit and range are
 * written down, so the schemas take their descriptions from there.
 */
public final class SourceJavadoc {

  private final Map<String, TypeDoc> byName;

  private SourceJavadoc(Map<String, TypeDoc> byName) {
    this.byName = byName;
  }

  /**
   * Parses every source below the folder.
   *
   * @throws IOException when one cannot be read
   */
  public static SourceJavadoc of(Path sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new HashMap<String, TypeDoc>();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        var walk = Files.walk(sources)) {
      List<Path> java = walk.filter(file -> file.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      var docs = DocTrees.instance(task);
      for (var unit : task.parse()) {
        new Types(docs, found).scan(unit, "");
      }
    }
    return new SourceJavadoc(Map.copyOf(found));
  }

  /**
   * @throws IllegalArgumentException when the type has no Javadoc
   */
  public TypeDoc of(Class<?> type) {
    var doc = byName.get(type.getCanonicalName());
    if (doc == null) {
      throw new IllegalArgumentException(type.getCanonicalName() + " has no Javadoc");
    }
    return doc;
  }

  /** Visits types with the name of what encloses them. */
  private static final class Types extends TreePathScanner<Void, String> {

    private final DocTrees docs;
    private final Map<String, TypeDoc> found;

    private Types(DocTrees docs, Map<String, TypeDoc> found) {
      this.docs = docs;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, String enclosing) {
      var packageName = getCurrentPath().getCompilationUnit().getPackageName();
      var name = (enclosing.isEmpty() ? packageName : enclosing) + "." + type.getSimpleName();
      var comment = docs.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        var names = new ConstantNames(name);
        var parameters =
            comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .collect(
                    Collectors.toMap(
                        tag -> tag.getName().toString(), tag -> text(tag.getDescription(), names)));
        found.put(name, new TypeDoc(text(comment.getFullBody(), names), parameters));
      }
      return super.visitClass(type, name);
    }

    private static String text(List<? extends DocTree> body, ConstantNames names) {
      return body.stream()
          .map(tree -> text(tree, names))
          .collect(Collectors.joining())
          .replaceAll("\\s+", " ")
          .strip();
    }

    private static String text(DocTree tree, ConstantNames names) {
      return switch (tree) {
        case TextTree text -> text.getBody();
        case LiteralTree literal -> literal.getBody().getBody();
        case LinkTree link when !link.getLabel().isEmpty() -> text(link.getLabel(), names);
        case LinkTree link -> names.valueOf(link.getReference().getSignature());
        case EntityTree entity -> entity.toString();
        default -> "";
      };
    }
  }
}
