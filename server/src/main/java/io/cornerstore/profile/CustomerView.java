package io.cornerstore.profile;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.HouseholdId;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One customer as an actor may see it for a purpose.
 *
 * @param version of the customer when this was read: equal versions are equal identities
 * @param displayName what to call the customer: prefix, names and suffix of the golden record, else
 *     the organization, nickname or e-mail, else the start of the id; masked like its parts
 * @param fields the golden record, in the order of {@link PersonalField}
 * @param masked the fields that are known but not opened by the purpose
 * @param extras other columns that mappings asked to keep of records that describe the customer
 * @param sources where the data come from, the source with the newest record first
 * @param household absent when the customer shares its home with nobody known
 * @param recent the newest entries of the timeline without filter; its {@code next} goes on with
 *     {@link Profiles#timeline}
 */
@Personal
public record CustomerView(
    CustomerId id,
    CustomerKind kind,
    long version,
    Instant since,
    ShownValue displayName,
    Identity identity,
    List<GoldenField> fields,
    FieldSet masked,
    List<ExtraValue> extras,
    List<SourceSummary> sources,
    @Nullable Home household,
    Behaviour behaviour,
    Page<TimelineEntry> recent) {

  public CustomerView {
    fields = List.copyOf(fields);
    extras = List.copyOf(extras);
    sources = List.copyOf(sources);
  }

  /** The golden value of a field, when there is one. */
  public Optional<GoldenField> find(PersonalField field) {
    return fields.stream().filter(golden -> golden.field() == field).findFirst();
  }

  /** The golden values of these fields that exist, in the order asked for. */
  public Stream<GoldenField> find(PersonalField first, PersonalField... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).flatMap(field -> find(field).stream());
  }

  @Override
  public String toString() {
    return "CustomerView[" + id + "]";
  }

  /**
   * How firmly the records hang together; the evidence itself is {@code identity}'s {@code
   * Explanations}.
   *
   * @param subjects how many source subjects the customer consists of, at least 1
   */
  public record Identity(Strength strength, int subjects) {}

  /** What {@link Identity} can be. */
  public enum Strength {
    /** One subject of one source: nothing was joined, so nothing can be joined wrongly. */
    SINGLE,
    /** Several subjects, each held by sufficient evidence or a decision. */
    LINKED,
    /** The subjects hang together weakly: a steward should look. */
    DOUBTFUL
  }

  /**
   * A column beyond the personal fields, as the newest record of its source has it.
   *
   * @param name of the column in the feed
   */
  @Personal
  public record ExtraValue(String name, ShownValue value, Provenance provenance) {

    @Override
    public String toString() {
      return "ExtraValue[•••]";
    }
  }

  /**
   * The home this customer shares.
   *
   * @param members all customers of the household, this one included, ascending
   * @param reasons what they share ({@code address}, {@code phone})
   */
  public record Home(HouseholdId id, List<CustomerId> members, List<String> reasons) {

    public Home {
      members = List.copyOf(members);
      reasons = List.copyOf(reasons);
    }
  }
}
