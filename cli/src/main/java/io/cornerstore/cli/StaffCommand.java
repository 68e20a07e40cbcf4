package io.cornerstore.cli;

import io.cornerstore.access.Actor;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccounts;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "staff", description = "Accounts of staff.", mixinStandardHelpOptions = true)
final class StaffCommand {

  private static final Actor OPERATOR = new Actor.Machine("command-line");

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
    try (Installation installation = Installation.open(data.folder())) {
      StaffAccounts accounts = installation.command().getBean(StaffAccounts.class);
      String password = accounts.randomPassword();
      try {
        accounts.create(
            OPERATOR, new NewStaff(name, display == null ? name : display, distinct, password));
      } catch (IllegalArgumentException refused) {
        throw new UserMistake(String.valueOf(refused.getMessage()));
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println("Made " + name + ". The password is shown only now: " + password);
      return 0;
    }
  }

  @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
  int list(@Mixin DataOptions data) {
    try (Installation installation = Installation.open(data.folder())) {
      installation
          .command()
          .getBean(StaffAccounts.class)
          .list()
          .forEach(account -> spec.commandLine().getOut().println(account));
      return 0;
    }
  }
}
