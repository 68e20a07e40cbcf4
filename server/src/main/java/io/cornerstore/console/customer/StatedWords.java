package io.cornerstore.console.customer;

import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says of values and notes who wrote them down and when: "at the counter by Sari, today". */
final class StatedWords {

  /** Nothing was written down. */
  static final StatedWords NONE = new StatedWords(Map.of());

  private static final String STAFF = "staff:";

  private final Map<SourceRecordId, CustomerPage.Stated> byRecord;

  private StatedWords(Map<SourceRecordId, CustomerPage.Stated> byRecord) {
    this.byRecord = Map.copyOf(byRecord);
  }

  /** Where names and days come from. */
  record Setting(StaffAccounts accounts, Clock clock, ZoneId zone) {}

  /** Of these statements, as this reader may see and undo them. */
  static StatedWords of(
      List<Statement> statements, Actor.Staff reader, Wording words, Setting setting) {
    Map<SourceRecordId, CustomerPage.Stated> byRecord = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Statement statement : statements) {
      if (statement.withdrawal() == null) {
        String by =
            names.computeIfAbsent(statement.by(), one -> name(one, words, setting.accounts));
        byRecord.put(
            statement.record(),
            new CustomerPage.Stated(
                statement.id().toString(),
                words.text(
                    statement.channel() == Channel.SERVICE_CALL
                        ? "stated.on-the-phone"
                        : "stated.at-the-counter",
                    by,
                    day(statement, words, setting)),
                mayWithdraw(statement, reader)));
      }
    }
    return new StatedWords(byRecord);
  }

  /** What was written down in that entry of the log, if a member of staff did. */
  CustomerPage.@Nullable Stated of(SourceRecordId record) {
    return byRecord.get(record);
  }

  private static boolean mayWithdraw(Statement statement, Actor.Staff reader) {
    return statement.kind() != Statement.Kind.ADDITION
        && (statement.by().equals(reader.auditName())
            || reader.roles().contains(Role.STEWARD)
            || reader.roles().contains(Role.PRIVACY_OFFICER));
  }

  private static String name(String by, Wording words, StaffAccounts accounts) {
    if (!by.startsWith(STAFF)) {
      return CustomerWords.actor(by, words);
    }
    return accounts
        .find(UUID.fromString(by.substring(STAFF.length())))
        .map(StaffAccount::displayName)
        .orElseGet(() -> CustomerWords.actor(by, words));
  }

  private static String day(Statement statement, Wording words, Setting setting) {
    LocalDate on = LocalDate.ofInstant(statement.at(), setting.zone);
    return on.equals(LocalDate.ofInstant(setting.clock.instant(), setting.zone))
        ? words.text("stated.today", words.clock(statement.at(), setting.zone))
        : words.day(statement.at(), setting.zone);
  }
}
