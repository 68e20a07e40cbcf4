package io.cornerstore.cli.access;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.terminal.UserMistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts of staff. */
@Command(name = "staff", description = "Accounts of staff.", mixinStandardHelpOptions = true)
public final class StaffCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "add",
      description = "Makes an account and prints its first password, once.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "Name to sign in with.") String name,
      @Option(
              names = "--display",
              paramLabel = "WORDS",
              description = "What colleagues see (default: the name).")
          @Nullable String display,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              split = ",",
              description = "${COMPLETION-CANDIDATES}")
          List<Role> roles,
      @Mixin DataOptions data) {
    Set<Role> distinct = EnumSet.copyOf(roles);
    return withAccounts(
        data,
        (accounts, out) -> {
          String password = accounts.randomPassword();
          accounts.create(
              OPERATOR, new NewStaff(name, display == null ? name : display, distinct, password));
          out.println("Made " + name + ". The password is shown only now: " + password);
        });
  }

  @Command(
      name = "list",
      description = "Lists the accounts: name, display name, roles, whether locked.",
      mixinStandardHelpOptions = true)
  int list(@Mixin DataOptions data) {
    return withAccounts(
        data, (accounts, out) -> accounts.list().forEach(account -> out.println(line(account))));
  }

  @Command(
      name = "password",
      description = "Gives an account a new password and prints it, once. Its sessions end.",
      mixinStandardHelpOptions = true)
  int password(@Parameters(paramLabel = "NAME") String name, @Mixin DataOptions data) {
    return withAccounts(
        data,
        (accounts, out) -> {
          String password = accounts.randomPassword();
          accounts.setPassword(OPERATOR, id(accounts, name), password);
          out.println("The new password of " + name + " is shown only now: " + password);
        });
  }

  @Command(
      name = "roles",
      description = "Replaces the roles of an account. Its sessions end.",
      mixinStandardHelpOptions = true)
  int roles(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              split = ",",
              description = "${COMPLETION-CANDIDATES}")
          List<Role> roles,
      @Mixin DataOptions data) {
    return withAccounts(
        data,
        (accounts, _) -> accounts.setRoles(OPERATOR, id(accounts, name), EnumSet.copyOf(roles)));
  }

  @Command(
      name = "lock",
      description = "Closes an account. Its sessions end.",
      mixinStandardHelpOptions = true)
  int lock(@Parameters(paramLabel = "NAME") String name, @Mixin DataOptions data) {
    return withAccounts(data, (accounts, _) -> accounts.lock(OPERATOR, id(accounts, name)));
  }

  @Command(
      name = "unlock",
      description = "Opens a closed account again.",
      mixinStandardHelpOptions = true)
  int unlock(@Parameters(paramLabel = "NAME") String name, @Mixin DataOptions data) {
    return withAccounts(data, (accounts, _) -> accounts.unlock(OPERATOR, id(accounts, name)));
  }

  private int withAccounts(DataOptions data, DataOptions.Use<StaffAccounts> use) {
    return data.with(
        StaffAccounts.class,
        spec,
        (accounts, out) -> {
          try {
            use.of(accounts, out);
          } catch (IllegalArgumentException refused) {
            throw UserMistake.of(refused);
          }
        });
  }

  private static UUID id(StaffAccounts accounts, String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return accounts.list().stream()
        .filter(account -> account.signInName().equals(wanted))
        .findFirst()
        .map(StaffAccount::id)
        .orElseThrow(
            () -> new UserMistake("there is no account " + name + ". Maybe look at 'staff list'?"));
  }

  private static String line(StaffAccount account) {
    String roles =
        account.roles().stream()
            .sorted()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
    return "%-20s %-24s %s%s"
        .formatted(
            account.signInName(),
            account.displayName(),
            roles,
            account.locked() ? "  (locked)" : "");
  }
}
