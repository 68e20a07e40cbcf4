package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Real databases in a folder of their own, started and stopped by each command. */
class StaffCommandTest {

  @TempDir private Path folder;

  private record Said(int code, String out, String err) {}

  private Said staff(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Cornerstore.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] all =
        Stream.of(Stream.of("staff"), Arrays.stream(words), Stream.of("--data", folder.toString()))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return new Said(command.execute(all), out.toString(), err.toString());
  }

  @Test
  void accounts_changedByName_areListedAsTheyAre() {
    Said made = staff("add", "Anna", "--display", "Anna B.", "--role", "service");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(staff("roles", "anna", "--role", "steward,marketer").code()).isZero();
    assertThat(staff("lock", "ANNA").code()).isZero();

    assertThat(staff("list").out())
        .contains("anna")
        .contains("Anna B.")
        .contains("steward,marketer  (locked)");

    Said password = staff("password", "anna");
    assertThat(password.out()).contains("shown only now: ");
    assertThat(made.out()).doesNotContain(password.out().substring(password.out().length() - 25));
    assertThat(staff("unlock", "anna").code()).isZero();
    assertThat(staff("list").out()).doesNotContain("locked");
    Said nobody = staff("lock", "ben");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err()).contains("there is no account ben");
  }
}
