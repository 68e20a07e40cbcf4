package io.cornerstore.cli.delivery;

import io.cornerstore.access.Actor;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
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
import java.util.function.BiConsumer;
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

  private static final Actor OPERATOR = new Actor.Machine("command-line");
  private static final int MESSAGES = 50;

  @Spec private CommandSpec spec;

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
      @Parameters(paramLabel = "ENDPOINT") UUID endpoint,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "waiting, delivered or dead (default: all)")
          @Nullable String state,
      @Mixin DataOptions data) {
    return with(
        data,
        (webhooks, out) ->
            webhooks
                .dispatches(endpoint, state, null, MESSAGES)
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
      @Parameters(paramLabel = "ENDPOINT") UUID endpoint,
      @Option(names = "--message", paramLabel = "NUMBER") @Nullable Long message,
      @Option(names = "--since", paramLabel = "TIME", description = "Such as 2026-01-31T12:00:00Z.")
          @Nullable String since,
      @Mixin DataOptions data) {
    if ((message == null) == (since == null)) {
      throw new UserMistake("name one message with --message, or a time with --since");
    }
    return with(
        data,
        (webhooks, out) -> {
          long count = 1;
          if (message != null) {
            webhooks.replay(OPERATOR, endpoint, message);
          } else {
            count = webhooks.replaySince(OPERATOR, endpoint, time(String.valueOf(since)));
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
      @Parameters(paramLabel = "ENDPOINT") UUID endpoint,
      @Option(
              names = "--overlap",
              paramLabel = "HOURS",
              defaultValue = "24",
              description = "For how long the old one signs too (default: ${DEFAULT-VALUE}).")
          int hours,
      @Mixin DataOptions data) {
    return with(
        data,
        (webhooks, out) ->
            print(webhooks.rotate(OPERATOR, endpoint, Duration.ofHours(hours)), out));
  }

  @Command(
      name = "test",
      description = "Sends an endpoint a message of type webhook.test.",
      mixinStandardHelpOptions = true)
  int test(@Parameters(paramLabel = "ENDPOINT") UUID endpoint, @Mixin DataOptions data) {
    return with(data, (webhooks, _) -> webhooks.test(OPERATOR, endpoint));
  }

  @Command(
      name = "enable",
      description = "Tells an endpoint again.",
      mixinStandardHelpOptions = true)
  int enable(@Parameters(paramLabel = "ENDPOINT") UUID endpoint, @Mixin DataOptions data) {
    return with(data, (webhooks, _) -> webhooks.enable(OPERATOR, endpoint));
  }

  @Command(
      name = "disable",
      description = "Tells an endpoint nothing more.",
      mixinStandardHelpOptions = true)
  int disable(
      @Parameters(paramLabel = "ENDPOINT") UUID endpoint,
      @Option(names = "--because", paramLabel = "WORDS", required = true) String because,
      @Mixin DataOptions data) {
    return with(data, (webhooks, _) -> webhooks.disable(OPERATOR, endpoint, because));
  }

  @Command(name = "remove", description = "Forgets an endpoint.", mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "ENDPOINT") UUID endpoint, @Mixin DataOptions data) {
    return with(data, (webhooks, _) -> webhooks.remove(OPERATOR, endpoint));
  }

  private int with(DataOptions data, BiConsumer<Webhooks, PrintWriter> act) {
    try (Installation installation = data.open()) {
      PrintWriter out = spec.commandLine().getOut();
      act.accept(installation.command().getBean(Webhooks.class), out);
      out.flush();
      return 0;
    } catch (WebhookRefused refused) {
      throw new UserMistake(String.valueOf(refused.getMessage()));
    }
  }
}
