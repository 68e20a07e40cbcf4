package io.cornerstore.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.CommandRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real databases in a folder of their own, started and stopped by each command. */
class StaffCommandTest {

  @TempDir private Path folder;

  private CommandRun staff(String... words) {
    return CommandRun.of(
        folder, Stream.concat(Stream.of("staff"), Arrays.stream(words)).toArray(String[]::new));
  }

  @Test
  void accounts_changedByName_areListedAsTheyAre() {
    CommandRun made = staff("add", "Anna", "--display", "Anna B.", "--role", "service");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(staff("roles", "anna", "--role", "steward,marketer").code()).isZero();
    assertThat(staff("lock", "ANNA").code()).isZero();

    assertThat(staff("list").out())
        .contains("anna")
        .contains("Anna B.")
        .contains("steward,marketer  (locked)");

    CommandRun password = staff("password", "anna");
    assertThat(password.out()).contains("shown only now: ");
    assertThat(made.out()).doesNotContain(password.out().substring(password.out().length() - 25));
    assertThat(staff("unlock", "anna").code()).isZero();
    assertThat(staff("list").out()).doesNotContain("locked");
    CommandRun nobody = staff("lock", "ben");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err()).contains("there is no account ben");
  }
}
