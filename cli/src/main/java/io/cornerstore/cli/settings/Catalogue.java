package io.cornerstore.cli.settings;

import io.cornerstore.cli.settings.Form.Choice;
import io.cornerstore.cli.settings.Form.Flag;
import io.cornerstore.cli.settings.Form.Fraction;
import io.cornerstore.cli.settings.Form.Many;
import io.cornerstore.cli.settings.Form.Shape;
import io.cornerstore.cli.settings.Form.Span;
import io.cornerstore.cli.settings.Form.Whole;
import io.cornerstore.cli.settings.Form.Zone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every key there is, in the order of the example file. */
final class Catalogue {

  private static final Form FLAG = new Flag();
  private static final Form FILE = Shape.of("path of a file", "\\S(.*\\S)?");
  private static final Form WORD = Shape.of("word without spaces", "\\S+");
  private static final Form DATABASE =
      Shape.of("postgresql://HOST[:PORT]/DATABASE", "postgresql://[^/@?\\s]+/[^/?\\s]+");
  private static final Form ORIGIN =
      Shape.of("https://HOST[:PORT], or * for all", "\\*|https?://[^/\\s]+");
  private static final Form ADDRESS = Shape.of("IP address or host name", "[0-9A-Za-z.:_-]+");
  private static final Form PROXY =
      Shape.of(
          "IP address, or an IPv4 network that ends in /8, /16 or /24",
          "[0-9]+(\\.[0-9]+){3}(/(8|16|24))?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
  private static final Form TLS =
      new Choice(List.of("disable", "require", "verify-ca", "verify-full"));

  private static final String POOL = "Most connections to it at a time.";
  private static final String TLS_WORDS =
      "How the connection is protected: verify-full checks the certificate and its name,"
          + " verify-ca the certificate, require neither, disable leaves it in the open.";

  private static final Map<String, String> SECTIONS = sections();
  private static final List<Setting> SETTINGS =
      Stream.concat(settings().stream(), SignInSettings.all().stream()).toList();

  private Catalogue() {}

  static List<Setting> all() {
    return SETTINGS;
  }

  static Optional<Setting> find(String key) {
    return SETTINGS.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** Names of sections and what each is about. */
  static Map<String, String> about() {
    return SECTIONS;
  }

  static List<String> keys() {
    return SETTINGS.stream().map(Setting::key).collect(Collectors.toList());
  }

  private static Map<String, String> sections() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("server", "Where the server listens, and what stands in front of it.");
    words.put(
        "database",
        "The PostgreSQL 18 of the data. Without url an embedded one is kept in the data folder.");
    words.put(
        "keys",
        "The PostgreSQL 18 of the keys, and the root key. It must be a server of its own: two"
            + " databases of one server share a write-ahead log, and erased keys would stay in"
            + " every backup of the data.");
    words.put("staff", "How long staff stay signed in.");
    words.put("api", "The JSON API for programs.");
    words.put("events", "The API for events of shops and websites.");
    words.put("screening", "What notes of staff may not hold.");
    words.put("webhooks", "Other systems that are told when customers change.");
    words.put("profile", "What a customer's page is made of.");
    words.put("identity", "Who is who.");
    words.put("logs", "What is written to the log.");
    words.put(
        "traces",
        "Where the time of single requests goes, for a collector of OpenTelemetry. Off without"
            + " endpoint.");
    words.put(SignInSettings.SECTION, SignInSettings.ABOUT);
    return words;
  }

  private static List<Setting> settings() {
    return List.of(
        Setting.of(
            "server.address",
            ADDRESS,
            "127.0.0.1",
            "Address to listen on. Others than this machine reach it only when it is another one"
                + " than 127.0.0.1.",
            "server.address"),
        Setting.of(
            "server.port",
            new Whole(0, 65_535),
            "8080",
            "Port to listen on; 0 takes any free one.",
            "server.port"),
        Setting.of(
            "server.public-url",
            Shape.of("https://HOST[:PORT]", "https?://[^/\\s]+"),
            "",
            "What browsers reach this server by, for links that are handed out and for events.",
            "cornerstore.events.public-url",
            "cornerstore.access.provider.public-url"),
        Setting.of(
            "server.tls-certificate",
            FILE,
            "",
            "Certificate chain in PEM, to speak TLS without a proxy. Needs tls-private-key.",
            "server.ssl.certificate"),
        Setting.of(
            "server.tls-private-key",
            FILE,
            "",
            "Private key in PEM of tls-certificate.",
            "server.ssl.certificate-private-key"),
        Setting.of(
            "server.proxies",
            new Many(PROXY),
            "",
            "Reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody"
                + " else's are."),
        Setting.of(
            "server.unsafe-plain-http",
            FLAG,
            "false",
            "Allows another address than 127.0.0.1 without TLS and without a proxy. Passwords and"
                + " customers' data then cross the network in the open."),
        Setting.of(
            "server.stop-timeout",
            new Span(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            "30s",
            "How long requests under way may take to finish when the server is stopped.",
            "spring.lifecycle.timeout-per-shutdown-phase"),
        Setting.of("database.url", DATABASE, "", "Where it is. Both urls are given, or neither."),
        Setting.of("database.user", WORD, "", "Its role; needs to own the database."),
        Setting.of(
            "database.password-file",
            FILE,
            "",
            "File whose first line is the password; else CORNERSTORE_DATABASE_PASSWORD of the"
                + " environment."),
        Setting.of("database.tls", TLS, "verify-full", TLS_WORDS),
        Setting.of(
            "database.tls-root-certificate",
            FILE,
            "",
            "Certificates in PEM that the server's is checked against; else those of the system's"
                + " JDK."),
        Setting.of(
            "database.pool",
            new Whole(3, 200),
            "10",
            POOL,
            "spring.datasource.hikari.maximum-pool-size"),
        Setting.of("keys.url", DATABASE, "", "Where it is; another server than that of the data."),
        Setting.of("keys.user", WORD, "", "Its role; needs to own the database."),
        Setting.of(
            "keys.password-file",
            FILE,
            "",
            "File whose first line is the password; else CORNERSTORE_KEYS_PASSWORD of the"
                + " environment."),
        Setting.of("keys.tls", TLS, "verify-full", TLS_WORDS),
        Setting.of("keys.tls-root-certificate", FILE, "", "As database.tls-root-certificate."),
        Setting.of("keys.pool", new Whole(1, 50), "4", POOL, "cornerstore.keys.maximum-pool-size"),
        Setting.of(
            "keys.unsafe-same-server",
            FLAG,
            "false",
            "Allows the keys on the server of the data. Erasure then no longer reaches backups and"
                + " write-ahead logs."),
        Setting.of(
            "keys.root-key-file",
            FILE,
            "",
            "The root key; without it root.key in the data folder. Keep a copy elsewhere.",
            "cornerstore.vault.root-key-file"),
        Setting.of(
            "keys.passphrase-file",
            FILE,
            "",
            "File whose first line seals the root key; else CORNERSTORE_VAULT_PASSPHRASE of the"
                + " environment; without either the root key is kept in the open."),
        Setting.of(
            "staff.session-idle",
            new Span(Duration.ofMinutes(1), Duration.ofHours(1)),
            "1h",
            "A session ends after this long without a request.",
            "server.servlet.session.timeout"),
        Setting.of(
            "staff.session-longest",
            new Span(Duration.ofMinutes(15), Duration.ofHours(24)),
            "12h",
            "A session ends this long after its sign-in, whatever happens in between.",
            "cornerstore.access.sessions.longest"),
        Setting.of(
            "staff.fresh-sign-in",
            new Span(Duration.ofMinutes(1), Duration.ofHours(1)),
            "15m",
            "Changes of accounts need a sign-in no older than this, and session-longest is longer.",
            "cornerstore.access.sessions.fresh-for"),
        Setting.of(
            "api.requests-per-second",
            new Whole(0, 100_000),
            "500",
            "Requests of each key; ten seconds' worth may come at once, then 429 with Retry-After. 0"
                + " sets no limit. Sending events has none: there 429 means that too much waits to be"
                + " written.",
            "cornerstore.access.api.requests-per-second"),
        Setting.of(
            "events.allowed-origins",
            new Many(ORIGIN),
            "",
            "Websites whose scripts may send events.",
            "cornerstore.events.allowed-origins"),
        Setting.of(
            "events.country",
            Shape.of("ISO 3166-1 code of two letters", "[A-Z]{2}"),
            "",
            "Where phone numbers and addresses without a country are.",
            "cornerstore.events.country"),
        Setting.of(
            "events.currency",
            Shape.of("ISO 4217 code of three letters", "[A-Z]{3}"),
            "",
            "Currency of amounts without one.",
            "cornerstore.events.currency"),
        Setting.of(
            "events.trust",
            new Whole(0, 100),
            "50",
            "How far values of events are believed where two sources disagree.",
            "cornerstore.events.trust"),
        Setting.of(
            "screening.refused-words",
            FILE,
            "",
            "Words that notes may not hold beside the product's own, or with - before them may, one"
                + " a line under a line such as [health].",
            "cornerstore.screening.refused-words"),
        Setting.of(
            "webhooks.timeout",
            new Span(Duration.ofSeconds(1), Duration.ofMinutes(1)),
            "15s",
            "How long one attempt may take.",
            "cornerstore.webhooks.timeout"),
        Setting.of(
            "webhooks.attempts",
            new Whole(1, 100),
            "12",
            "Attempts before a message is given up.",
            "cornerstore.webhooks.attempts"),
        Setting.of(
            "webhooks.unsafe-private-addresses",
            FLAG,
            "false",
            "Allows endpoints in private and local networks: whoever adds endpoints then reaches"
                + " what this server reaches.",
            "cornerstore.webhooks.unsafe-private-addresses"),
        Setting.of(
            "webhooks.unsafe-plain-http",
            FLAG,
            "false",
            "Allows endpoints without TLS.",
            "cornerstore.webhooks.unsafe-plain-http"),
        Setting.of(
            "profile.zone",
            new Zone(),
            "UTC",
            "Time zone of customers of whom neither address nor store is known.",
            "cornerstore.profile.zone"),
        Setting.of(
            "identity.train-from",
            new Whole(100, 100_000_000),
            "1000",
            "Subjects needed before the matching is trained on your own data; below, general"
                + " weights serve.",
            "cornerstore.identity.train-from"),
        Setting.of(
            "identity.train-growth",
            new Fraction(1.1, 100),
            "4",
            "Trained anew when there are this many times the subjects of the last training.",
            "cornerstore.identity.train-growth"),
        Setting.of(
            "logs.level",
            new Choice(List.of("error", "warn", "info", "debug")),
            "info",
            "The least serious lines that are kept.",
            "logging.level.root"),
        Setting.of(
            "traces.endpoint",
            Shape.of("http(s)://HOST[:PORT]/PATH", "https?://[^/\\s]+/\\S*"),
            "",
            "Where to send traces, in OTLP over HTTP. They name patterns of paths, no ids and"
                + " no values.",
            "management.opentelemetry.tracing.export.otlp.endpoint"),
        Setting.of(
            "traces.share",
            new Fraction(0, 1),
            "0.1",
            "Which share of the requests is traced.",
            "management.tracing.sampling.probability"));
  }
}
