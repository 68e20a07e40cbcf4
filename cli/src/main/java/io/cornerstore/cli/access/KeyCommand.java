package io.cornerstore.cli.access;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys of programs that use the APIs. */
@Command(
    name = "key",
    description = "Keys of programs that use the APIs.",
    mixinStandardHelpOptions = true)
public final class KeyCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "add",
      description = "Makes a key and prints its secret, once.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "Name of the key, for the audit trail.")
          String name,
      @Option(
              names = "--source",
              paramLabel = "SOURCE",
              description = "The source system whose events the key may send.")
          @Nullable String source,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              required = true,
              split = ",",
              description = "${COMPLETION-CANDIDATES}")
          List<ApiScope> scopes,
      @Mixin DataOptions data) {
    try {
      return data.with(
          ApiKeys.class,
          spec,
          (keys, out) -> {
            SourceSystem system = source == null ? null : new SourceSystem(source);
            String secret = keys.issue(OPERATOR, name, system, EnumSet.copyOf(scopes));
            out.println("The secret is shown only now: " + secret);
          });
    } catch (IllegalArgumentException refused) {
      throw UserMistake.of(refused);
    }
  }

  @Command(
      name = "list",
      description = "Lists the keys that work: scopes, source, when made and last used.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--disabled", description = "Those that work no more, too.") boolean disabled,
      @Mixin DataOptions data) {
    return data.with(
        ApiKeys.class,
        spec,
        (keys, out) ->
            keys.issued().stream()
                .filter(one -> disabled || one.disabled() == null)
                .forEach(one -> out.println(line(one))));
  }

  private static String line(ApiKeys.Issued issued) {
    ApiKey key = issued.key();
    String scopes =
        key.scopes().stream()
            .map(scope -> scope.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(","));
    SourceSystem source = key.source();
    Instant used = issued.used();
    Instant disabled = issued.disabled();
    return "%-24s  %-20s  %-16s  made %s  %s%s"
        .formatted(
            key.name(),
            scopes,
            source == null ? "-" : source.code(),
            issued.at().truncatedTo(ChronoUnit.SECONDS),
            used == null ? "never used" : "last used " + used.truncatedTo(ChronoUnit.MINUTES),
            disabled == null ? "" : "  disabled " + disabled.truncatedTo(ChronoUnit.SECONDS));
  }

  @Command(
      name = "disable",
      description = "Disables a key for good.",
      mixinStandardHelpOptions = true)
  int disable(@Parameters(paramLabel = "NAME") String name, @Mixin DataOptions data) {
    return data.with(ApiKeys.class, spec, (keys, _) -> keys.disable(OPERATOR, name));
  }
}
