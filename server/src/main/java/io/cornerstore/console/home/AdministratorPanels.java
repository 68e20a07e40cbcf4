package io.cornerstore.console.home;

import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTally;
import io.cornerstore.console.view.HomePage.Line;
import io.cornerstore.console.view.HomePage.Panel;
import io.cornerstore.console.view.Wording;
import io.cornerstore.operations.InstallationHealth;
import io.cornerstore.operations.InstallationHealth.Disk;
import io.cornerstore.operations.InstallationHealth.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The installation and the accounts, for administrators: what is wrong, and what to do. */
final class AdministratorPanels {

  private static final Duration LATELY = Duration.ofDays(7);

  /** The same bounds as of {@code cornerstore doctor} and the alerts. */
  private static final Duration FRESH_BACKUP = Duration.ofHours(36);

  private static final double GIGABYTE = 1e9;
  private static final double LITTLE = 2e9;
  private static final double LITTLE_SHARE = .1;

  private final InstallationHealth health;
  private final StaffAccounts accounts;
  private final AuditTally tally;
  private final Clock clock;

  AdministratorPanels(
      InstallationHealth health, StaffAccounts accounts, AuditTally tally, Clock clock) {
    this.health = health;
    this.accounts = accounts;
    this.tally = tally;
    this.clock = clock;
  }

  /** How the machine and the backups are. */
  Panel installation(Wording words) {
    State state = health.now();
    List<Line> lines = new ArrayList<>();
    lines.add(disk(state.disk(), words));
    lines.add(backup("home.backup-data", state.dataBackup(), words));
    lines.add(backup("home.backup-keys", state.keysBackup(), words));
    boolean wrong = lines.stream().anyMatch(line -> !line.tone().equals("good"));
    String version = state.version();
    return new Panel(
        words.text("home.installation"),
        version == null ? "–" : version,
        words.text(wrong ? "home.installation-advice" : "home.installation-remark"),
        lines,
        null,
        null,
        null);
  }

  private static Line disk(@Nullable Disk disk, Wording words) {
    String name = words.text("home.disk");
    if (disk == null) {
      return new Line(name, words.text("home.unknown"), "care");
    }
    String tone =
        disk.free() < LITTLE ? "bad" : disk.free() < disk.total() * LITTLE_SHARE ? "care" : "good";
    return new Line(
        name,
        words.text(
            "home.disk-free",
            words.decimal(disk.free() / GIGABYTE, 1),
            words.decimal(disk.total() / GIGABYTE, 0)),
        tone);
  }

  private Line backup(String key, @Nullable Instant taken, Wording words) {
    if (taken == null) {
      return new Line(words.text(key), words.text("home.backup-none"), "bad");
    }
    Duration age = Duration.between(taken, clock.instant());
    return new Line(
        words.text(key),
        words.text("home.hours-ago", Math.max(0, age.toHours())),
        age.compareTo(FRESH_BACKUP) > 0 ? "bad" : "good");
  }

  /** How the accounts are. */
  Panel accounts(Wording words) {
    List<StaffAccount> all = accounts.list();
    List<StaffAccount> open = all.stream().filter(account -> !account.locked()).toList();
    long administrators =
        open.stream().filter(account -> account.roles().contains(Role.ADMINISTRATOR)).count();
    long idle = open.stream().filter(account -> account.roles().isEmpty()).count();
    long refused =
        tally.lately(LATELY).counts().stream()
            .filter(count -> count.action().equals("staff.sign-in-refused"))
            .mapToLong(AuditTally.Count::acts)
            .sum();
    List<Line> lines =
        List.of(
            new Line(
                words.text("home.administrators"),
                words.text(
                    administrators == 1 ? "home.one-administrator" : "home.plain-number",
                    administrators),
                administrators == 1 ? "care" : ""),
            line("home.locked", all.size() - open.size(), "", words),
            line("home.without-role", idle, idle > 0 ? "care" : "", words),
            line("home.refused-sign-ins", refused, "", words));
    return new Panel(
        words.text("staff.accounts"),
        words.whole(open.size()),
        words.text("home.accounts-remark"),
        lines,
        null,
        "/staff",
        words.text("home.staff-open"));
  }

  private static Line line(String key, long number, String tone, Wording words) {
    return new Line(words.text(key), words.whole(number), tone);
  }
}
