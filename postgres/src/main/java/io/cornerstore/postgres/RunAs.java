package io.cornerstore.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The identity the server runs under. PostgreSQL refuses root, so a JVM of root (the usual
 * container) starts it in a user namespace, where it does not look like root, or else as an
 * existing user.
 */
sealed interface RunAs {

  Duration TRIAL = Duration.ofSeconds(10);

  /** What to put before a command. */
  List<String> prefix();

  /** Numeric user and group that must own what the server writes. */
  int user();

  int group();

  /** As remembered between starts, because the owners of the files depend on it. */
  String text();

  /** The identity of this JVM. */
  record Plain(int user, int group) implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of();
    }

    @Override
    public String text() {
      return "plain";
    }
  }

  /** Root inside a user namespace of its own without any mapping: seen from inside, nobody. */
  record UserNamespace() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "-U");
    }

    @Override
    public int user() {
      return Users.ROOT;
    }

    @Override
    public int group() {
      return 0;
    }

    @Override
    public String text() {
      return "user-namespace";
    }
  }

  /** An existing user with a name, which PostgreSQL looks up. */
  record NamedUser(String name, int user, int group) implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of(
          "setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs");
    }

    @Override
    public String text() {
      return "user " + name;
    }
  }

  /** Takes on the data of the server; changes nothing that already belongs to the identity. */
  default void own(Path tree) {
    try {
      if (Users.current() == Users.ROOT) {
        Users.give(tree, user(), group());
      }
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot give to " + text() + ":", tree, e);
    }
  }

  /** Tried out, not guessed: the command must run, not as root, and find the name of its user. */
  private boolean works() {
    List<String> words = new ArrayList<>(prefix());
    words.addAll(List.of("id", "-un"));
    Command.Result result = Command.run(TRIAL, words);
    return result.succeeded() && !result.output().equals("root");
  }

  /**
   * The remembered identity if it still works, else the owner of the data, else the first that
   * works.
   *
   * @throws PostgresException when root is all there is, or the data belong to somebody else
   */
  static RunAs choose(InstanceFolder folder, Optional<Integer> dataOwner) {
    int self = Users.current();
    if (self != Users.ROOT) {
      if (dataOwner.isPresent() && dataOwner.get() != self) {
        throw new PostgresException(
            PostgresException.Code.FOREIGN_FOLDER,
            "%s belongs to user %d, this process runs as user %d. Maybe start as that user."
                .formatted(folder.data(), dataOwner.get(), self));
      }
      return new Plain(self, self);
    }
    return Stream.<Supplier<Optional<RunAs>>>of(
            () -> folder.findRunAs().flatMap(RunAs::parse),
            () ->
                dataOwner
                    .filter(owner -> owner != Users.ROOT)
                    .flatMap(owner -> named(owner.toString())),
            () -> Optional.of(new UserNamespace()),
            () -> named("postgres"),
            () -> named("nobody"))
        .flatMap(candidate -> candidate.get().stream())
        .filter(RunAs::works)
        .findFirst()
        .orElseThrow(() ->
            new PostgresException(
                PostgresException.Code.NO_IDENTITY,
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv --reuid'"
                    + " to the users postgres or nobody works here. Maybe start Cornerstore as"
                    + " another user."));
  }

  private static Optional<RunAs> parse(String text) {
    if (text.equals("user-namespace")) {
      return Optional.of(new UserNamespace());
    }
    return text.startsWith("user ") ? named(text.substring("user ".length())) : Optional.empty();
  }

  /** A user by name or number, as the system's own look-up has it. */
  static Optional<RunAs> named(String user) {
    Command.Result entry = Command.run(TRIAL, List.of("id", "-u", "--", user));
    Command.Result group = Command.run(TRIAL, List.of("id", "-g", "--", user));
    Command.Result name = Command.run(TRIAL, List.of("id", "-un", "--", user));
    if (!entry.succeeded() || !group.succeeded() || !name.succeeded()) {
      return Optional.empty();
    }
    int id = Integer.parseInt(entry.output());
    return id == Users.ROOT
        ? Optional.empty()
        : Optional.of(new NamedUser(name.output(), id, Integer.parseInt(group.output())));
  }
}
