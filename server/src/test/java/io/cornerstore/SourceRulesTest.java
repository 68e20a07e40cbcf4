package io.cornerstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.cornerstore.kernel.Personal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules that need the types of arguments or the text of SQL: read from the sources by javac. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceRulesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Set<String> MODULES =
      Set.of("audit", "access", "vault", "intake", "identity", "profile");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(select|insert\\s+into|update|delete\\s+from|copy|truncate)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join|into|update|copy|truncate|table|nextval\\(')\\s*(?:only\\s+)?"
              + "([a-z_]+)\\.[a-z_]+",
          Pattern.CASE_INSENSITIVE);

  private final List<String> personalLeaks = new ArrayList<>();
  private final List<String> foreignSchemas = new ArrayList<>();

  @BeforeAll
  void readSources() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources =
          files
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("package-info.java"))
              .toList();
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(sources);
      List<String> options =
          List.of("-proc:none", "-cp", System.getProperty("java.class.path") + File.pathSeparator);
      var task = (JavacTask) compiler.getTask(null, manager, _ -> {}, options, null, units);
      var parsed = task.parse();
      task.analyze();
      var scanner = new Scanner(Trees.instance(task));
      for (var unit : parsed) {
        scanner.scan(unit, null);
      }
    }
  }

  @Test
  void personalValues_areNoArgumentOfLoggersExceptionsOrEvents() {
    assertThat(personalLeaks).isEmpty();
  }

  @Test
  void sql_namesNoSchemaOfAnotherModule() {
    assertThat(foreignSchemas).isEmpty();
  }

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;

    Scanner(Trees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
        String owner = String.valueOf(method.getEnclosingElement());
        boolean speaks =
            owner.equals("org.slf4j.Logger")
                || owner.equals("org.slf4j.spi.LoggingEventBuilder")
                || owner.equals("org.slf4j.MDC")
                || method.getSimpleName().contentEquals("publishEvent");
        if (speaks) {
          checkArguments(call, call.getArguments());
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
      TypeMirror type = trees.getTypeMirror(getCurrentPath());
      if (type != null && isThrowable(type)) {
        checkArguments(made, made.getArguments());
      }
      return super.visitNewClass(made, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      if (literal.getValue() instanceof String text && STATEMENT.matcher(text).find()) {
        Matcher tables = TABLE.matcher(text);
        String module = module();
        while (tables.find()) {
          String schema = tables.group(1).toLowerCase(Locale.ROOT);
          if (MODULES.contains(schema) && !schema.equals(module)) {
            foreignSchemas.add(place(literal) + " names schema " + schema);
          }
        }
      }
      return super.visitLiteral(literal, null);
    }

    private void checkArguments(Tree where, List<? extends ExpressionTree> arguments) {
      for (ExpressionTree argument : arguments) {
        TypeMirror type = trees.getTypeMirror(trees.getPath(unit(), argument));
        if (type != null && isPersonal(type)) {
          personalLeaks.add(place(where) + " says " + argument);
        }
      }
    }

    private boolean isPersonal(TypeMirror type) {
      if (type instanceof ArrayType array) {
        return isPersonal(array.getComponentType());
      }
      if (!(type instanceof DeclaredType declared)) {
        return false;
      }
      Element element = declared.asElement();
      return element.getAnnotation(Personal.class) != null
          || declared.getTypeArguments().stream().anyMatch(this::isPersonal);
    }

    private boolean isThrowable(TypeMirror type) {
      TypeMirror current = type;
      while (current instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        if (element.getQualifiedName().contentEquals("java.lang.Throwable")) {
          return true;
        }
        current = element.getSuperclass();
      }
      return false;
    }

    private CompilationUnitTree unit() {
      return getCurrentPath().getCompilationUnit();
    }

    private String module() {
      String[] names = String.valueOf(unit().getPackageName()).split("\\.");
      return names.length > 2 ? names[2] : "";
    }

    private String place(Tree tree) {
      long position = trees.getSourcePositions().getStartPosition(unit(), tree);
      long line = unit().getLineMap().getLineNumber(position);
      return SOURCES.toAbsolutePath().relativize(Path.of(unit().getSourceFile().toUri()))
          + ":"
          + line;
    }
  }
}
