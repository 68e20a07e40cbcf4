package io.cornerstore;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalDataHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Rules of the house the compiler does not know, read from the compiled server. */
class RulesTest {

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Templates are compiled into the console by a generator with habits of its own.
          .withImportOption(location -> !location.contains("/console/pages/"))
          .importPackages("io.cornerstore");

  /** Method, and what to use instead. Methods without a full stop are of any type named there. */
  private static final Map<String, String> FORBIDDEN =
      Map.ofEntries(
          Map.entry("java.time.Instant.now()", "an injected Clock"),
          Map.entry("java.time.LocalDate.now()", "an injected Clock"),
          Map.entry("java.time.LocalDateTime.now()", "an injected Clock"),
          Map.entry("java.time.LocalTime.now()", "an injected Clock"),
          Map.entry("java.time.ZonedDateTime.now()", "an injected Clock"),
          Map.entry("java.time.OffsetDateTime.now()", "an injected Clock"),
          Map.entry("java.time.Year.now()", "an injected Clock"),
          Map.entry("java.lang.System.currentTimeMillis()", "an injected Clock"),
          Map.entry("java.time.Clock.systemDefaultZone()", "Clock.systemUTC()"),
          Map.entry("java.time.ZoneId.systemDefault()", "UTC, or the customer's zone"),
          Map.entry("java.util.TimeZone.getDefault()", "UTC, or the customer's zone"),
          Map.entry("java.util.Locale.getDefault()", "Locale.ROOT, or the reader's"),
          Map.entry("java.nio.charset.Charset.defaultCharset()", "StandardCharsets.UTF_8"),
          Map.entry("java.lang.String.toLowerCase()", "toLowerCase(Locale.ROOT)"),
          Map.entry("java.lang.String.toUpperCase()", "toUpperCase(Locale.ROOT)"),
          Map.entry("java.lang.Math.random()", "an injected RandomGenerator"),
          Map.entry("java.lang.Thread.sleep(long)", "a condition, a queue or a scheduler"),
          Map.entry("java.lang.Thread.sleep(java.time.Duration)", "a condition or a scheduler"),
          Map.entry("java.lang.Throwable.printStackTrace()", "the logger"));

  /** Background loops whose own thread rests between rounds and wakes when interrupted. */
  private static final Set<String> RESTING_LOOPS =
      Set.of(
          "io.cornerstore.identity.resolution.ResolverPump",
          "io.cornerstore.identity.resolution.LogResolver");

  private static final Pattern BANNED_NAME =
      Pattern.compile("(Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Utils?|Dto|Entity|Pojo)");

  private static final Set<String> BANNED_PACKAGES =
      Set.of("service", "services", "impl", "dto", "util", "utils", "helper", "common", "model");

  /** A column of sealed bytes; hashes are not. */
  private static final Pattern SEALED_COLUMN =
      Pattern.compile("(?m)^\\s*(?!\\w*hash)\\w+\\s+bytea\\b", Pattern.CASE_INSENSITIVE);

  @Test
  void timeZoneLocaleChanceOutput_comeFromOutside() {
    DescribedPredicate<JavaAccess<?>> forbidden =
        describe(
            "use one of " + FORBIDDEN,
            access ->
                access.getTarget() instanceof AccessTarget.CodeUnitCallTarget
                    && FORBIDDEN.containsKey(access.getTarget().getFullName())
                    && !(access.getTarget().getName().equals("sleep")
                        && RESTING_LOOPS.contains(access.getOriginOwner().getFullName())));
    noClasses().should().accessTargetWhere(forbidden).check(SERVER);
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("the log is the place: use SLF4J")
        .check(SERVER);
  }

  @Test
  void threadLocals_areNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(assignableTo(ThreadLocal.class))
        .because("virtual threads come by the thousand: use a pool or a ScopedValue")
        .check(SERVER);
  }

  @Test
  void names_sayWhatAThingIs() {
    classes()
        .that()
        .areTopLevelClasses()
        .should()
        .haveSimpleNameNotEndingWith("Impl")
        .andShould(
            ArchConditions.be(
                describe(
                    "named by what it is, in a package named by a concept",
                    (JavaClass type) ->
                        !BANNED_NAME.matcher(type.getSimpleName()).matches()
                            && Stream.of(type.getPackageName().split("\\."))
                                .noneMatch(BANNED_PACKAGES::contains))))
        .check(SERVER);
  }

  @Test
  void collaborators_comeThroughConstructors() {
    fields()
        .should()
        .notBeAnnotatedWith(Autowired.class)
        .andShould()
        .notBeAnnotatedWith(Value.class)
        .check(SERVER);
  }

  @Test
  void models_areReachedByThePagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.cornerstore.identity",
            "io.cornerstore.identity.resolution",
            "io.cornerstore.console..")
        .should()
        .dependOnClassesThat(assignableTo(ModelDesk.class))
        .because("it trusts programs that run the system: no key of the API may get so far")
        .check(SERVER);
  }

  @Test
  void personalTypes_printNothing() {
    // Enums and interfaces have no values of their own; the types that carry some have a toString.
    methods()
        .that()
        .haveName("toString")
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Personal.class)
        .should()
        .haveRawReturnType(String.class)
        .check(SERVER);
    classes()
        .that()
        .areAnnotatedWith(Personal.class)
        .and()
        .areNotInterfaces()
        .should(
            ArchConditions.be(
                describe(
                    "printing itself without its values",
                    (JavaClass type) -> type.tryGetMethod("toString").isPresent())))
        .check(SERVER);
  }

  @Test
  void exceptions_carryNothingPersonal() {
    fields()
        .that()
        .areDeclaredInClassesThat(assignableTo(Throwable.class))
        .should()
        .notHaveRawType(
            describe("personal", (JavaClass type) -> type.isAnnotatedWith(Personal.class)))
        .check(SERVER);
  }

  @Test
  void schemasWithSealedColumns_haveOneHolderEach() throws IOException {
    Set<String> sealed = new TreeSet<>();
    Path migrations = Path.of("src/main/resources/db/migration");
    try (Stream<Path> files = Files.walk(migrations)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
        String sql = Files.readString(file).replaceAll("--.*", "");
        if (SEALED_COLUMN.matcher(sql).find()) {
          sealed.add(migrations.relativize(file).getName(0).toString());
        }
      }
    }
    List<String> holders =
        SERVER.stream()
            .filter(type -> type.isAssignableTo(PersonalDataHolder.class) && !type.isInterface())
            .map(type -> type.getPackageName().split("\\.")[2])
            .toList();
    assertThat(sealed).isNotEmpty();
    assertThat(holders).doesNotHaveDuplicates().containsAll(sealed);
  }

  @Test
  void files_areShort() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          assertThat(lines.count()).as(file.toString()).isLessThanOrEqualTo(400);
        }
      }
    }
  }
}
