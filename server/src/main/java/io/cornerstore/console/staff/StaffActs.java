package io.cornerstore.console.staff;

import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.console.view.StaffPage;
import io.cornerstore.console.view.Wording;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who changed what about accounts and keys lately. Readings of customers are not among it: those
 * are for the privacy officer.
 */
final class StaffActs {

  private static final int LOOKED_AT = 1_000;
  private static final int SHOWN = 50;
  private static final String STAFF = "staff:";

  private final AuditTrail audit;

  StaffActs(AuditTrail audit) {
    this.audit = audit;
  }

  List<StaffPage.Act> newest(List<StaffAccount> accounts, Wording words) {
    Map<String, String> names = new HashMap<>();
    accounts.forEach(account -> names.put(STAFF + account.id(), account.signInName()));
    return audit.newest(null, LOOKED_AT).items().stream()
        .filter(row -> aboutAccounts(row.entry().action()))
        .limit(SHOWN)
        .map(row -> act(row, names, words))
        .toList();
  }

  static String code(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean aboutAccounts(String action) {
    return action.startsWith("staff.")
        || action.startsWith("key.")
        || action.startsWith("api-key.")
        || action.startsWith("backup.");
  }

  private static StaffPage.Act act(RecordedEntry row, Map<String, String> names, Wording words) {
    List<String> whom =
        row.entry().concerns().stream().map(one -> names.getOrDefault(one, one)).toList();
    return new StaffPage.Act(
        words.time(row.at(), ZoneOffset.UTC),
        names.getOrDefault(row.entry().actor(), row.entry().actor()),
        words.term("act", row.entry().action()),
        String.join(", ", whom));
  }
}
