package io.cornerstore.cli.settings;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The keys of a provider by which staff sign in, and what does not fit together among them. */
final class SignInSettings {

  static final String SECTION = "sign-in";
  static final String ABOUT =
      "An OpenID Connect provider by which staff may sign in, beside names and passwords of"
          + " Cornerstore's own. Off without issuer.";
  static final String ISSUER = SECTION + ".issuer";
  static final String SECRET_FILE = SECTION + ".client-secret-file";
  static final String SECRET_VARIABLE = "CORNERSTORE_SIGN_IN_CLIENT_SECRET";
  static final String SECRET_PROPERTY = "cornerstore.access.provider.client-secret";

  private static final String PROPERTY = "cornerstore.access.provider.";
  private static final String CLIENT_ID = SECTION + ".client-id";
  private static final String ROLES_CLAIM = SECTION + ".roles-claim";
  private static final String ROLES = SECTION + ".roles";
  private static final String CREATE = SECTION + ".create-accounts";

  private SignInSettings() {}

  static List<Setting> all() {
    return List.of(
        Setting.of(
            ISSUER,
            Form.Shape.of(
                "https://HOST[:PORT][/PATH]; http:// for this machine only",
                "https://[^/?#\\s]+(/[^?#\\s]*)?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/[^?#\\s]*)?"),
            "",
            "The provider's address, exactly as it names itself. Its configuration is asked for"
                + " when somebody first signs in: one that is down does not stop the start.",
            PROPERTY + "issuer"),
        Setting.of(
            CLIENT_ID,
            Form.Shape.of("word without spaces", "\\S+"),
            "",
            "What the provider knows this server by. Register server.public-url followed by"
                + " /sign-in/from/provider there, as the address to come back to.",
            PROPERTY + "client-id"),
        Setting.of(
            SECRET_FILE,
            Form.Shape.of("path of a file", "\\S(.*\\S)?"),
            "",
            "File whose first line is the client's secret; else "
                + SECRET_VARIABLE
                + " of the environment."),
        Setting.of(
            SECTION + ".name",
            Form.Shape.of("text of at most 60 characters", "\\S(.{0,58}\\S)?"),
            "OpenID Connect",
            "What the button on the sign-in page calls it.",
            PROPERTY + "name"),
        Setting.of(
            SECTION + ".claim",
            Form.Shape.of("word without spaces", "\\S+"),
            "preferred_username",
            "The claim that holds the sign-in name of an account here. It counts at the first"
                + " sign-in; from then on the account belongs to the identity that came with it."
                + " email counts only when the provider says that it was verified.",
            PROPERTY + "claim"),
        Setting.of(
            ROLES_CLAIM,
            Form.Shape.of("word without spaces", "\\S+"),
            "",
            "A claim with names that roles translates. Roles then come from the provider at each"
                + " sign-in, and whoever has none does not come in. Without it, roles are given"
                + " here.",
            PROPERTY + "roles-claim"),
        Setting.of(
            ROLES,
            new Form.Many(
                Form.Shape.of(
                    "NAME=ROLE, with service, steward, marketer, privacy-officer, engineer or"
                        + " administrator as ROLE",
                    "[^,]+=(service|steward|marketer|privacy-officer|engineer|administrator)")),
            "",
            "Which role goes with which name in roles-claim.",
            PROPERTY + "roles"),
        Setting.of(
            CREATE,
            new Form.Flag(),
            "false",
            "Gives an account to everybody with a role who has none yet. Otherwise only those come"
                + " in whom an administrator has invited.",
            PROPERTY + "create-accounts"));
  }

  /**
   * Finds what does not fit together.
   *
   * @param given whether a key is there
   * @param fault is told a key and what is wrong with it
   * @return whether the client's secret is needed
   */
  static boolean check(
      Predicate<String> given, Map<String, String> texts, BiConsumer<String, String> fault) {
    if (!given.test(ISSUER)) {
      all().stream()
          .filter(setting ->
              given.test(setting.key()) && !setting.usual().equals(texts.get(setting.key())))
          .map(Setting::key)
          .forEach(key -> fault.accept(key, "has no meaning without '" + ISSUER + "'"));
      return false;
    }
    if (!given.test(CLIENT_ID)) {
      fault.accept(ISSUER, "needs '" + CLIENT_ID + "' beside it");
    }
    if (given.test(ROLES_CLAIM) != given.test(ROLES)) {
      fault.accept(
          given.test(ROLES) ? ROLES : ROLES_CLAIM,
          "needs '" + (given.test(ROLES) ? ROLES_CLAIM : ROLES) + "' beside it");
    }
    if ("true".equals(texts.get(CREATE)) && !given.test(ROLES_CLAIM)) {
      fault.accept(CREATE, "needs '" + ROLES_CLAIM + "': nobody comes in without a role");
    }
    return true;
  }
}
