package io.cornerstore.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LevelWeight;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.profile.Behaviour;
import io.cornerstore.profile.WinningRule;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything the console says is said in every language, and nothing is said beside the files. */
class MessagesTest {

  private static final Path FILES = Path.of("src/main/resources/io/cornerstore/console");
  private static final Path JAVA = Path.of("src/main/java/io/cornerstore");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern TEXT_CALL =
      Pattern.compile("\\.text\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
  private static final Pattern FAMILY = Pattern.compile("(?:term|sentence)\\(\\s*\"([a-z-]+)\"");
  private static final Pattern PREFIX =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  private static Map<String, String> file(Language language) {
    Properties read = new Properties();
    Path file = FILES.resolve("messages_" + language.code() + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> sorted = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> sorted.put(key, read.getProperty(key)));
    return sorted;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() {
    return Stream.concat(
            files(JAVA.resolve("console"), ".java").stream(), files(TEMPLATES, ".jte").stream())
        .map(MessagesTest::read)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void keys_areTheSameInEveryLanguage() {
    Set<String> english = file(Language.ENGLISH).keySet();

    for (Language language : Language.values()) {
      assertThat(file(language).keySet()).as(language.ownName()).isEqualTo(english);
    }
  }

  @Test
  void keys_writtenTwice_areNone() throws IOException {
    for (Language language : Language.values()) {
      List<String> keys =
          Files.readAllLines(FILES.resolve("messages_" + language.code() + ".properties")).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf(" = ")))
              .toList();
      assertThat(keys).as(language.ownName()).doesNotHaveDuplicates();
    }
  }

  @Test
  void keys_thatTheCodeNames_exist() {
    assertThat(file(Language.ENGLISH).keySet()).containsAll(found(TEXT_CALL, sources()));
  }

  @Test
  void keys_areAllUsed() {
    String sources = sources();
    Set<String> named = found(KEY, sources);
    Set<String> families = found(FAMILY, sources);
    Set<String> prefixes = found(PREFIX, sources);

    assertThat(file(Language.ENGLISH).keySet())
        .allMatch(key ->
            named.contains(key)
                || families.contains(key.substring(0, key.indexOf('.')))
                || prefixes.stream().anyMatch(key::startsWith));
  }

  @ParameterizedTest
  @EnumSource
  void messages_areNeitherEmptyNorMalformed(Language language) {
    file(language)
        .forEach((key, pattern) -> {
          assertThat(pattern).as(key).isNotBlank().isEqualTo(pattern.strip());
          // An apostrophe hides places from MessageFormat; the typographic one does not.
          assertThat(pattern).as(key).doesNotContain("'");
          if (pattern.contains("{")) {
            assertThat(new MessageFormat(pattern, language.locale()).getFormats())
                .as(key)
                .isNotEmpty();
          }
        });
  }

  @Test
  void messages_haveTheSamePlacesInEveryLanguage() {
    Map<String, String> english = file(Language.ENGLISH);
    for (Language language : Language.values()) {
      file(language)
          .forEach((key, pattern) ->
              assertThat(found(PLACE, pattern))
                  .as(key)
                  .isEqualTo(found(PLACE, english.getOrDefault(key, ""))));
    }
  }

  @Test
  void messages_withSeveralWords_areNotTheSameInBothLanguages() {
    Map<String, String> english = file(Language.ENGLISH);
    List<String> same = new ArrayList<>();
    file(Language.INDONESIAN)
        .forEach((key, text) -> {
          if (text.equals(english.get(key)) && text.replaceAll("\\{[^}]*}", "").contains(" ")) {
            same.add(key);
          }
        });
    assertThat(same).containsOnly("timeline.status");
  }

  @Test
  void termsOfTheCode_haveWords() {
    Set<String> wanted = new TreeSet<>();
    Arrays.stream(PersonalField.values()).forEach(one -> wanted.add("field." + one.token()));
    Arrays.stream(Channel.values()).forEach(one -> wanted.add("channel." + one.code()));
    Arrays.stream(InteractionType.values()).forEach(one -> wanted.add("type." + one.code()));
    Arrays.stream(Basis.values()).forEach(one -> wanted.add("basis." + lower(one)));
    Arrays.stream(WinningRule.values()).forEach(one -> wanted.add("rule." + one.code()));
    Arrays.stream(Behaviour.ZoneOrigin.values()).forEach(one -> wanted.add("zone." + lower(one)));
    Arrays.stream(DecisionRefused.Reason.values())
        .forEach(one -> wanted.add("refused." + one.code()));
    Arrays.stream(RefusalReason.values()).forEach(one -> wanted.add("reason." + one.code()));
    for (Kind kind : Kind.values()) {
      for (LevelWeight level : LevelWeight.of(LinkageModel.prior(), kind)) {
        wanted.add("attribute." + level.attribute());
        wanted.add("level." + level.level());
      }
    }
    assertThat(file(Language.ENGLISH).keySet()).containsAll(wanted);
  }

  /** Programs are told the English text; who reads both meets the same words. */
  @Test
  void reasonsOfRefusal_inEnglish_areThoseKept() {
    Map<String, String> english = file(Language.ENGLISH);
    for (RefusalReason reason : RefusalReason.values()) {
      assertThat(english.get("reason." + reason.code())).isEqualTo(reason.pattern());
    }
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** What the audit trail calls a reading stands on the customer page. */
  @Test
  void actionsOnCustomers_haveWords() {
    Pattern action = Pattern.compile("\"(profile\\.[a-z-]+|identity\\.(?!$)[a-z-]+)\"");
    Set<String> actions =
        Stream.of("profile", "identity")
            .flatMap(module -> files(JAVA.resolve(module), ".java").stream())
            .flatMap(file -> found(action, read(file)).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(actions).contains("profile.view");
    assertThat(file(Language.ENGLISH).keySet())
        .containsAll(actions.stream().map(one -> "action." + one).toList());
  }

  @Test
  void templates_sayNothingOfTheirOwn() {
    List<String> said = new ArrayList<>();
    for (Path file : files(TEMPLATES, ".jte")) {
      new TemplateText(read(file))
          .ownWords()
          .forEach(words -> said.add(file.getFileName() + ": " + words));
    }
    // The name of the product, in one word or in two.
    assertThat(said).allMatch(words -> words.matches(".*(Cornerstore|: Corner|: store)"));
  }

  /** Two words in a row within quotes are a sentence; only exceptions may say one. */
  @Test
  void console_saysNothingOfItsOwn() {
    Pattern literal = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    Pattern sentence = Pattern.compile("[A-Za-z]{2,},? [a-z]{2,}");
    List<String> said = new ArrayList<>();
    for (Path file : files(JAVA.resolve("console"), ".java")) {
      String code =
          read(file)
              .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "")
              .replaceAll("(?s)new \\w+(Exception|Problem|Refused)\\(.*?\\);", "");
      found(literal, code).stream()
          // Patterns of dates, and classes of the style sheet.
          .filter(one -> !one.contains("MMM") && !one.matches("link [a-z]+"))
          .filter(one -> sentence.matcher(one).find())
          .forEach(one -> said.add(file.getFileName() + ": " + one));
    }
    assertThat(said).isEmpty();
  }
}
