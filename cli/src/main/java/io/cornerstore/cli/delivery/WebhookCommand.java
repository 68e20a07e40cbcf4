package io.cornerstore.cli.delivery;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.delivery.Webhooks.NewEndpoint;
import io.cornerstore.delivery.Webhooks.WithSecret;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Endpoints that are told when customers change. */
@Command(
    name = "webhook",
    description = "Other systems that are told when customers change.",
    mixinStandardHelpOptions = true)
public final class WebhookCommand {

  private static final int MESSAGES = 50;

  @Spec private CommandSpec spec;

  /** Which one a command is about. */
  static final class Chosen {

    @Parameters(paramLabel = "ENDPOINT")
    private UUID id = new UUID(0, 0);

    @Mixin private DataOptions data = new DataOptions();
  }

  @Command(
      name = "add",
      description = "Adds an endpoint and prints its secret, once.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "URL", description = "https://…") String url,
      @Option(
              names = "--type",
              paramLabel = "TYPE",
              split = ",",
              description = "What it is told: customer.formed, … (default: everything)")
          @Nullable List<String> types,
      @Option(names = "--description", paramLabel = "WORDS", defaultValue = "") String description,
      @Option(
              names = "--signing",
              paramLabel = "VERSION",
              defaultValue = "v1",
              description = "v1 (HMAC-SHA-256) or v1a (Ed25519).")
          String signing,
      @Mixin DataOptions data) {
    Set<String> wanted = types == null ? Set.of() : Set.copyOf(types);
    return with(
        data,
        (webhooks, out) ->
            print(webhooks.add(OPERATOR, new NewEndpoint(url, description, wanted, signing)), out));
  }

  private static void print(WithSecret added, PrintWriter out) {
    out.println("Endpoint " + added.endpoint().id());
    out.println("It is shown only now: " + added.secret());
  }

  @Command(name = "list", description = "Lists the endpoints.", mixinStandardHelpOptions = true)
  int list(@Mixin DataOptions data) {
    return with(
        data,
        (webhooks, out) ->
            webhooks
                .list()
                .forEach(one ->
                    out.println(
                        "%s  %s  %s  %,d delivered, %,d waiting, %,d given up  %s"
                            .formatted(
                                one.id(),
                                one.url(),
                                one.enabled() ? "enabled" : "disabled",
                                one.delivered(),
                                one.waiting(),
                                one.dead(),
                                one.note()))));
  }

  @Command(
      name = "messages",
      description = "Lists the newest messages of an endpoint.",
      mixinStandardHelpOptions = true)
  int messages(
      @Mixin Chosen endpoint,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "waiting, delivered or dead (default: all)")
          @Nullable String state) {
    return with(
        endpoint.data,
        (webhooks, out) ->
            webhooks
                .dispatches(endpoint.id, state, null, MESSAGES)
                .items()
                .forEach(message ->
                    out.println(
                        "%8d  %s  %-26s %-9s %d attempts  %s"
                            .formatted(
                                message.message(),
                                message.at(),
                                message.type(),
                                message.state(),
                                message.attempts(),
                                message.lastError() == null ? "" : message.lastError()))));
  }

  @Command(
      name = "replay",
      description = "Sends messages again: one, or all since a time.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin Chosen endpoint,
      @Option(names = "--message", paramLabel = "NUMBER") @Nullable Long message,
      @Option(names = "--since", paramLabel = "TIME", description = "Such as 2026-01-31T12:00:00Z.")
          @Nullable String since) {
    if ((message == null) == (since == null)) {
      throw new UserMistake("name one message with --message, or a time with --since");
    }
    return with(
        endpoint.data,
        (webhooks, out) -> {
          long count = 1;
          if (message != null) {
            webhooks.replay(OPERATOR, endpoint.id, message);
          } else {
            count = webhooks.replaySince(OPERATOR, endpoint.id, time(String.valueOf(since)));
          }
          out.println("%,d messages are sent again by the server".formatted(count));
        });
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UserMistake("a time is written as 2026-01-31T12:00:00Z");
    }
  }

  @Command(
      name = "rotate",
      description = "Gives an endpoint a new secret and prints it, once.",
      mixinStandardHelpOptions = true)
  int rotate(
      @Mixin Chosen endpoint,
      @Option(
              names = "--overlap",
              paramLabel = "HOURS",
              defaultValue = "24",
              description = "For how long the old one signs too (default: ${DEFAULT-VALUE}).")
          int hours) {
    return with(
        endpoint.data,
        (webhooks, out) ->
            print(webhooks.rotate(OPERATOR, endpoint.id, Duration.ofHours(hours)), out));
  }

  @Command(
      name = "test",
      description = "Sends an endpoint a message of type webhook.test.",
      mixinStandardHelpOptions = true)
  int test(@Mixin Chosen endpoint) {
    return with(endpoint.data, (webhooks, _) -> webhooks.test(OPERATOR, endpoint.id));
  }

  @Command(
      name = "enable",
      description = "Tells an endpoint again.",
      mixinStandardHelpOptions = true)
  int enable(@Mixin Chosen endpoint) {
    return with(endpoint.data, (webhooks, _) -> webhooks.enable(OPERATOR, endpoint.id));
  }

  @Command(
      name = "disable",
      description = "Tells an endpoint nothing more.",
      mixinStandardHelpOptions = true)
  int disable(
      @Mixin Chosen endpoint,
      @Option(names = "--because", paramLabel = "WORDS", required = true) String because) {
    return with(endpoint.data, (webhooks, _) -> webhooks.disable(OPERATOR, endpoint.id, because));
  }

  @Command(name = "remove", description = "Forgets an endpoint.", mixinStandardHelpOptions = true)
  int remove(@Mixin Chosen endpoint) {
    return with(endpoint.data, (webhooks, _) -> webhooks.remove(OPERATOR, endpoint.id));
  }

  private int with(DataOptions data, DataOptions.Use<Webhooks> use) {
    try {
      return data.with(Webhooks.class, spec, use);
    } catch (WebhookRefused refused) {
      throw UserMistake.of(refused);
    }
  }
}
