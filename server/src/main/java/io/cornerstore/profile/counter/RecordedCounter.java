package io.cornerstore.profile.counter;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.StatedCustomers;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.Statements;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.Statement;
import io.cornerstore.profile.counter.StatementWriter.Act;
import io.cornerstore.profile.counter.StatementWriter.Content;
import io.cornerstore.profile.counter.StatementWriter.Owner;
import io.cornerstore.profile.counter.StatementWriter.Place;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.KeyedHash;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements as entries of the log. A customer's statements are one source subject, named after the
 * customer's id; when that subject has come to belong to another customer, the next free name.
 */
public class RecordedCounter implements Counter {

  private static final int MOST_SUBJECTS = 64;

  /** Who may, and where it is recorded. */
  public record Guards(AccessPolicy policy, UnsealPermits permits) {}

  /** What is read. */
  public record Faces(
      Customers customers,
      StatedCustomers stated,
      SourceRecords records,
      Statements statements,
      Views views) {}

  /** What it is done with. */
  record Tools(
      StatedValues values, Lookalikes lookalikes, StatementRows rows, StatementWriter writer) {}

  private final Guards guards;
  private final Faces faces;
  private final Tools tools;
  private final KeyedHash hash;

  RecordedCounter(Guards guards, Faces faces, Tools tools, KeyedHash hash) {
    this.guards = guards;
    this.faces = faces;
    this.tools = tools;
    this.hash = hash;
  }

  @Override
  @Transactional
  public UUID correct(CustomerId id, Said said, Actor actor, AccessPurpose purpose) {
    Act act = act(actor, purpose, "counter.correct");
    UUID statement = identify(Statement.Kind.CORRECTION, actor, said.key());
    if (tools.rows.isThere(statement)) {
      return statement;
    }
    Customer customer = find(id);
    StatedValues.Checked checked =
        tools.values.correction(customer.kind(), said.values(), golden(customer, act));
    tools.writer.write(
        statement,
        Statement.Kind.CORRECTION,
        owner(customer),
        said.channel(),
        new Content(checked.values(), checked.fields(), null, checked.country()),
        act);
    return statement;
  }

  @Override
  @Transactional
  public UUID note(CustomerId id, Note note, Actor actor, AccessPurpose purpose) {
    Act act = act(actor, purpose, "counter.note");
    UUID statement = identify(Statement.Kind.NOTE, actor, note.key());
    if (tools.rows.isThere(statement)) {
      return statement;
    }
    tools.values.checkNote(note.text());
    tools.writer.write(
        statement,
        Statement.Kind.NOTE,
        owner(find(id)),
        note.channel(),
        new Content(List.of(), FieldSet.NONE, written(note.text().strip()), null),
        act);
    return statement;
  }

  private static Interaction written(String text) {
    return new Interaction(
        InteractionType.NOTE, null, null, null, null, null, text, null, null, null, List.of());
  }

  @Override
  @Transactional
  public void withdraw(
      CustomerId id, UUID statement, Statement.Reason reason, Actor actor, AccessPurpose purpose) {
    Act act = act(actor, purpose, "counter.withdraw");
    Customer customer = find(id);
    StatementRows.Kept kept =
        tools.rows.of(customer.subjects(), customer.id()).stream()
            .filter(one -> one.statement().id().equals(statement))
            .filter(one -> one.statement().kind() != Statement.Kind.ADDITION)
            .findFirst()
            .orElseThrow(() -> new NoSuchStatement(statement, id));
    requireAuthorOrOverseer(kept.statement(), actor);
    tools.writer.withdraw(kept, act, reason);
  }

  @Override
  @Transactional
  public List<Lookalike> lookalikes(Newcomer newcomer, Actor actor, AccessPurpose purpose) {
    act(actor, purpose, "counter.lookalikes");
    return tools.lookalikes.of(
        newcomer.kind(),
        tools.values.newcomer(newcomer.kind(), newcomer.said().values()).normal(),
        actor,
        purpose);
  }

  @Override
  @Transactional
  public CustomerId add(Newcomer newcomer, Actor actor, AccessPurpose purpose) {
    Act act = act(actor, purpose, "counter.add");
    UUID statement = identify(Statement.Kind.ADDITION, actor, newcomer.said().key());
    SubjectId subject = faces.statements().subject(statement.toString());
    CustomerId before = faces.customers().current(List.of(subject)).get(subject);
    if (before != null) {
      return before;
    }
    StatedValues.Checked checked = tools.values.newcomer(newcomer.kind(), newcomer.said().values());
    List<CustomerId> unseen =
        tools.lookalikes.of(newcomer.kind(), checked.normal(), actor, purpose).stream()
            .map(one -> one.customer().id())
            .filter(one -> !newcomer.notThese().contains(one))
            .toList();
    if (!unseen.isEmpty()) {
      throw new LookalikesFirst(unseen);
    }
    CustomerId formed = faces.stated().form(subject, newcomer.kind(), newcomer.notThese(), actor);
    tools.writer.write(
        statement,
        Statement.Kind.ADDITION,
        new Owner(formed, new Place(statement.toString(), subject), kind(newcomer.kind())),
        newcomer.said().channel(),
        new Content(checked.values(), checked.fields(), null, checked.country()),
        act);
    return formed;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Statement> statements(CustomerId id, Actor actor, AccessPurpose purpose) {
    guards.policy().require(actor, purpose);
    Customer customer = find(id);
    return tools.rows.of(customer.subjects(), customer.id()).stream()
        .map(StatementRows.Kept::statement)
        .toList();
  }

  private Act act(Actor actor, AccessPurpose purpose, String action) {
    guards.policy().require(actor, purpose);
    guards.policy().require(actor, AccessPurpose.COUNTER);
    return new Act(actor, purpose, action);
  }

  private static void requireAuthorOrOverseer(Statement statement, Actor actor) {
    boolean may =
        statement.by().equals(actor.auditName())
            || (actor instanceof Actor.Staff staff
                && (staff.roles().contains(Role.STEWARD)
                    || staff.roles().contains(Role.PRIVACY_OFFICER)));
    if (!may) {
      throw new AccessDeniedProblem(
          "statement %s was written by somebody else. Maybe ask them or a steward?"
              .formatted(statement.id()));
    }
  }

  /* Of one actor and key there is one statement of a kind, whenever it is sent. */
  private UUID identify(Statement.Kind kind, Actor actor, String key) {
    return hash.full("statement", kind + "\n" + actor.auditName() + "\n" + key);
  }

  private Customer find(CustomerId id) {
    return faces
        .customers()
        .find(id)
        .filter(one -> !one.subjects().isEmpty())
        .orElseThrow(() -> new NoSuchStatement(null, id));
  }

  private Map<PersonalField, String> golden(Customer customer, Act act) {
    UnsealPermit permit =
        guards
            .permits()
            .grant(act.actor(), act.purpose(), "counter.read", List.of(customer.id().toString()));
    return faces.views().golden(faces.records().open(customer.subjects(), permit));
  }

  private Owner owner(Customer customer) {
    List<Place> places = places(customer.id());
    Map<SubjectId, CustomerId> owners =
        faces.customers().current(places.stream().map(Place::subject).toList());
    Place free =
        places.stream()
            .filter(one -> customer.id().equals(owners.getOrDefault(one.subject(), customer.id())))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no subject is left for " + customer.id()));
    faces.stated().join(free.subject(), customer.id());
    return new Owner(customer.id(), free, kind(customer.kind()));
  }

  private List<Place> places(CustomerId customer) {
    return IntStream.rangeClosed(1, MOST_SUBJECTS)
        .mapToObj(n -> n == 1 ? customer.toString() : customer + "." + n)
        .map(key -> new Place(key, faces.statements().subject(key)))
        .toList();
  }

  private static SubjectKind kind(CustomerKind kind) {
    return switch (kind) {
      case PERSON -> SubjectKind.PERSON;
      case ORGANIZATION -> SubjectKind.ORGANIZATION;
    };
  }
}
