package io.cornerstore.profile;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What members of staff write down while the customer is there: declared data, through the log like
 * everything else, with who and when. What was written is visible to the next reader; no import
 * that runs at the same time delays it.
 *
 * <p>Every method throws {@link io.cornerstore.access.AccessDeniedProblem} unless the actor may
 * both read for the purpose and write ({@link AccessPurpose#COUNTER}). Each writing is one
 * transaction with its audit row, and joins the caller's when there is one. Thread-safe.
 */
public interface Counter {

  /** The longest value of a field, in characters. */
  int LONGEST_VALUE = 200;

  /** The longest note, in characters. */
  int LONGEST_NOTE = 2_000;

  /**
   * Puts values of a customer right. Fields that belong together, such as the parts of an address,
   * are written together: those not given stay as the golden record has them.
   *
   * @return the correction, once however often it is sent
   * @throws StatementRefused when something of it cannot be kept; nothing was
   * @throws NoSuchStatement when there is no such customer
   */
  UUID correct(CustomerId customer, Said said, Actor actor, AccessPurpose purpose);

  /**
   * Writes a note, which stands in the timeline from then on. A note cannot be changed, only
   * removed.
   *
   * @throws StatementRefused when the text holds what must not be kept; nothing was
   * @throws NoSuchStatement when there is no such customer
   */
  UUID note(CustomerId customer, Note note, Actor actor, AccessPurpose purpose);

  /**
   * Takes a statement back: values count no more, the text of a note is destroyed. Nothing happens
   * when it was taken back before. Who wrote it may do so, and stewards and privacy officers.
   *
   * @throws NoSuchStatement when there is no such statement of this customer, or it is the addition
   *     that made the customer
   */
  void withdraw(
      CustomerId customer,
      UUID statement,
      Statement.Reason reason,
      Actor actor,
      AccessPurpose purpose);

  /** Customers who may be the one described, best first, to be shown before one is added. */
  List<Lookalike> lookalikes(Newcomer newcomer, Actor actor, AccessPurpose purpose);

  /**
   * Adds a customer.
   *
   * @throws LookalikesFirst when somebody who looks alike is not among those the newcomer is known
   *     not to be
   * @throws StatementRefused as for {@link #correct}
   */
  CustomerId add(Newcomer newcomer, Actor actor, AccessPurpose purpose);

  /** What was written down for a customer, newest first, what was taken back included. */
  List<Statement> statements(CustomerId customer, Actor actor, AccessPurpose purpose);

  /** The fields that can be stated, in the order of a form. */
  static List<PersonalField> fields(CustomerKind kind) {
    return StatedFields.of(kind);
  }

  /**
   * Values as a customer said them.
   *
   * @param key identifies the statement: the same key of the same actor counts once
   * @param values by field; an empty text leaves the field out of its group
   * @param channel {@link Channel#SERVICE_CALL} on the phone, {@link Channel#OTHER} at the counter
   */
  @Personal
  record Said(String key, Map<PersonalField, String> values, Channel channel) {

    public Said {
      values = Map.copyOf(values);
      requireStaffed(channel);
    }

    @Override
    public String toString() {
      return "Said[" + values.keySet() + "]";
    }
  }

  /** Free text about a customer; the other parts as for {@link Said}. */
  @Personal
  record Note(String key, String text, Channel channel) {

    public Note {
      requireStaffed(channel);
    }

    @Override
    public String toString() {
      return "Note[•••]";
    }
  }

  /**
   * Somebody to be added.
   *
   * @param notThese customers who were shown and are somebody else
   */
  @Personal
  record Newcomer(Said said, CustomerKind kind, Set<CustomerId> notThese) {

    public Newcomer {
      notThese = Set.copyOf(notThese);
    }

    @Override
    public String toString() {
      return "Newcomer[•••]";
    }
  }

  /** A customer who may be the one described; {@code agrees}: what fits ({@code email} …). */
  @Personal
  record Lookalike(CustomerSummary customer, List<String> agrees) {

    public Lookalike {
      agrees = List.copyOf(agrees);
    }

    @Override
    public String toString() {
      return "Lookalike[" + customer.id() + "]";
    }
  }

  /** Somebody is there already who looks like the customer to be added. Ids only. */
  final class LookalikesFirst extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<CustomerId> customers;

    /** With those who look alike. */
    public LookalikesFirst(List<CustomerId> customers) {
      super("customers " + customers + " look alike. Maybe it is one of these?");
      this.customers = List.copyOf(customers);
    }

    /** Who looks alike, best first. */
    public List<CustomerId> customers() {
      return customers;
    }
  }

  /** There is no such customer or statement, or it cannot be taken back. Ids only. */
  final class NoSuchStatement extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With which id. */
    public NoSuchStatement(@Nullable UUID statement, CustomerId customer) {
      super(
          statement == null
              ? "There is no customer " + customer + "."
              : "There is no statement "
                  + statement
                  + " of customer "
                  + customer
                  + " that can be taken back.");
    }
  }

  private static void requireStaffed(Channel channel) {
    if (channel != Channel.SERVICE_CALL && channel != Channel.OTHER) {
      throw new IllegalArgumentException(
          "statements are made at the counter or on the phone, not by " + channel.code());
    }
  }
}
