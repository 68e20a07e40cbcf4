package io.cornerstore.cli.demo;

import io.cornerstore.access.Actor;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.kernel.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the demo keeps beside the databases: the town, how far loading came, the sign-in. */
final class DemoFolder {

  private static final String NAME = "demo";
  private static final String FIRST = "demo-first-customer";

  private final Path folder;

  DemoFolder(Path folder) {
    this.folder = folder;
  }

  Path town() {
    return folder.resolve("town");
  }

  Path townReady() {
    return folder.resolve("town-ready");
  }

  boolean loaded() {
    return Files.exists(folder.resolve("demo-loaded"));
  }

  void markLoaded() throws IOException {
    Files.createFile(folder.resolve("demo-loaded"));
  }

  /** The customer to look at first, unless the folder is older than this choice. */
  Optional<CustomerId> firstCustomer() throws IOException {
    Path file = folder.resolve(FIRST);
    return Files.exists(file)
        ? Optional.of(CustomerId.parse(Files.readString(file).strip()))
        : Optional.empty();
  }

  void rememberFirst(CustomerId customer) throws IOException {
    Files.writeString(folder.resolve(FIRST), customer + "\n");
  }

  /**
   * The account of the demo, made at the first start with a random password kept in a private file.
   */
  SignIn signIn(ApplicationContext application) throws IOException {
    Path file = folder.resolve("demo-sign-in");
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      return new SignIn(lines.get(0), lines.get(1));
    }
    StaffAccounts accounts = application.getBean(StaffAccounts.class);
    SignIn signIn = new SignIn(NAME, accounts.randomPassword());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    accounts.create(
        new Actor.Machine("demo"),
        new NewStaff(NAME, "Demo", EnumSet.allOf(Role.class), signIn.password()));
    Files.writeString(file, signIn.name() + "\n" + signIn.password() + "\n");
    return signIn;
  }
}
