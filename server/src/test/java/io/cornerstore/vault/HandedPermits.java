package io.cornerstore.vault;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import java.util.List;

/** Permits for tests of modules above, without keys: policy and audit row as in the product. */
public final class HandedPermits implements UnsealPermits {

  private final AccessPolicy policy;
  private final AuditTrail audit;

  /** Checked by this policy, recorded in this trail. */
  public HandedPermits(AccessPolicy policy, AuditTrail audit) {
    this.policy = policy;
    this.audit = audit;
  }

  @Override
  public UnsealPermit grant(
      Actor actor, AccessPurpose purpose, String action, List<String> concerns) {
    policy.require(actor, purpose);
    audit.append(
        new AuditEntry(actor.auditName(), purpose.code(), action, concerns, List.of(), ""));
    return new UnsealPermit(actor, purpose);
  }
}
