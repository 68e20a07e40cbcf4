package io.cornerstore.profile.counter;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.Statements;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.SubmitResult;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one statement in the caller's transaction: audit row, entry of the log, who wrote it. */
final class StatementWriter {

  private static final int TRUST = 90;

  private final AuditTrail audit;
  private final Statements statements;
  private final StatementRows rows;
  private final Clock clock;

  StatementWriter(AuditTrail audit, Statements statements, StatementRows rows, Clock clock) {
    this.audit = audit;
    this.statements = statements;
    this.rows = rows;
    this.clock = clock;
  }

  /** Who writes, why, and the name of the act in the audit trail. */
  record Act(Actor actor, AccessPurpose purpose, String action) {}

  /** The subject a customer's statements are about, and its key. */
  record Place(String key, SubjectId subject) {}

  /** Whose statement it is. */
  record Owner(CustomerId customer, Place place, SubjectKind kind) {}

  /** What is written. */
  @Personal
  record Content(
      List<GivenValue> values,
      FieldSet fields,
      @Nullable Interaction interaction,
      @Nullable String country) {

    @Override
    public String toString() {
      return "Content[" + fields + "]";
    }
  }

  void write(UUID id, Statement.Kind kind, Owner owner, Channel channel, Content content, Act act) {
    record(act, owner, content.fields, id);
    Instant now = now();
    SubmitResult result =
        statements.keep(
            id,
            new IncomingEvent(
                Statements.SOURCE,
                channel,
                Party.FIRST_PARTY,
                Basis.DECLARED,
                TRUST,
                id.toString(),
                new IncomingEvent.Subject(Statements.SOURCE, owner.place.key, owner.kind),
                content.values,
                content.interaction,
                Map.of(),
                content.country,
                now,
                now));
    if (!(result instanceof SubmitResult.Accepted accepted)) {
      throw new IllegalStateException("statement " + id + " is in the log but nobody's");
    }
    rows.add(
        new StatementRows.Kept(
            new Statement(
                id,
                owner.customer,
                kind,
                accepted.id(),
                channel,
                content.fields,
                act.actor.auditName(),
                now,
                null),
            owner.place.subject,
            owner.kind));
  }

  /** Takes back what {@link #write} wrote. */
  void withdraw(StatementRows.Kept kept, Act act, Statement.Reason reason) {
    Instant now = now();
    Statement statement = kept.statement();
    Statement.Withdrawal withdrawal = new Statement.Withdrawal(act.actor.auditName(), now, reason);
    if (!rows.withdraw(statement.id(), withdrawal)) {
      return;
    }
    Owner owner = new Owner(statement.customer(), new Place("", kept.subject()), kept.kind());
    record(act, owner, statement.fields(), statement.id());
    statements.withdraw(
        new Statements.Withdrawn(
            statement.id(),
            kept.subject(),
            kept.kind(),
            statement.channel(),
            now,
            statement.kind() == Statement.Kind.NOTE));
  }

  private void record(Act act, Owner owner, FieldSet fields, UUID statement) {
    audit.append(
        new AuditEntry(
            act.actor.auditName(),
            act.purpose.code(),
            act.action,
            List.of(owner.customer.toString(), owner.place.subject.toString()),
            fields.fields().stream().map(PersonalField::token).toList(),
            "statement " + statement));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
