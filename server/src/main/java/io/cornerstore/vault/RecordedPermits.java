package io.cornerstore.vault;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import java.util.List;

/** Policy first, then the audit row, then the permit. Not final: transactions are a proxy's. */
class RecordedPermits implements UnsealPermits {

  /** Written for "all of them": most readings are, and 22 words a row would be most of the row. */
  private static final List<String> ALL = List.of("*");

  private final AccessPolicy policy;
  private final AuditTrail audit;

  RecordedPermits(AccessPolicy policy, AuditTrail audit) {
    this.policy = policy;
    this.audit = audit;
  }

  @Override
  public UnsealPermit grant(
      Actor actor, AccessPurpose purpose, String action, List<String> concerns) {
    policy.require(actor, purpose);
    List<String> fields = names(policy.opens(actor, purpose));
    audit.append(new AuditEntry(actor.auditName(), purpose.code(), action, concerns, fields, ""));
    return new UnsealPermit(actor, purpose);
  }

  private static List<String> names(FieldSet opened) {
    var fields = opened.fields();
    return fields.size() == PersonalField.values().length
        ? ALL
        : fields.stream().map(PersonalField::token).toList();
  }
}
