package io.cornerstore.profile;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a source record for a test in a few words. Everything has a default; one thread. */
public final class SampleRecord {

  /** The subject of records that name none. */
  public static final SubjectId SUBJECT = subject(1);

  private final long id;
  private SubjectId subject = SUBJECT;
  private String source = "crm";
  private Channel channel = Channel.OTHER;
  private Party party = Party.FIRST_PARTY;
  private Basis basis = Basis.OBSERVED;
  private int trust = 50;
  private @Nullable UUID item;
  private boolean gone;
  private boolean late;
  private Instant at = Instant.parse("2026-01-01T12:00:00Z");
  private final List<PersonalValue> values = new ArrayList<>();
  private @Nullable InteractionType type;
  private @Nullable String order;
  private @Nullable String refersTo;
  private @Nullable String store;
  private @Nullable Money amount;
  private @Nullable String note;
  private final Map<String, String> extra = new HashMap<>();
  private @Nullable String topic;
  private @Nullable String status;
  private final List<OrderLine> lines = new ArrayList<>();

  private SampleRecord(long id) {
    this.id = id;
  }

  /** The record with that place in the log. */
  public static SampleRecord record(long id) {
    return new SampleRecord(id);
  }

  /** A subject by number. */
  public static SubjectId subject(long number) {
    return new SubjectId(new UUID(7, number));
  }

  /** An amount in pounds. */
  public static Money pounds(String amount) {
    return Money.of(new BigDecimal(amount), "GBP");
  }

  /** A product line in pounds with a category and maker of the same name as its code. */
  public static OrderLine line(String sku, int quantity, String amount, String category) {
    return new OrderLine(
        sku,
        "Thing " + sku,
        BigDecimal.valueOf(quantity),
        null,
        pounds(amount),
        category,
        "Maker of " + category,
        true);
  }

  /** Of that subject. */
  public SampleRecord of(SubjectId someone) {
    subject = someone;
    return this;
  }

  /** From that system through that channel. */
  public SampleRecord from(String system, Channel through) {
    source = system;
    channel = through;
    return this;
  }

  /** Bought in. */
  public SampleRecord thirdParty() {
    party = Party.THIRD_PARTY;
    return this;
  }

  /** Known in that way. */
  public SampleRecord basis(Basis known) {
    basis = known;
    return this;
  }

  /** From a source trusted that much. */
  public SampleRecord trust(int much) {
    trust = much;
    return this;
  }

  /** A version of that item. */
  public SampleRecord item(long number) {
    item = new UUID(9, number);
    return this;
  }

  /** The item vanished. */
  public SampleRecord gone() {
    gone = true;
    return this;
  }

  /** An older version that arrived after a newer one. */
  public SampleRecord late() {
    late = true;
    return this;
  }

  /** Written then, ISO 8601. */
  public SampleRecord at(String time) {
    return at(Instant.parse(time));
  }

  /** Written then. */
  public SampleRecord at(Instant time) {
    at = time;
    return this;
  }

  /** Has a valid value. */
  public SampleRecord with(PersonalField field, String value) {
    return with(field, value, Quality.VALID);
  }

  /** Has a value. */
  public SampleRecord with(PersonalField field, String value, Quality quality) {
    values.add(new PersonalValue(field, value, value, quality));
    return this;
  }

  /** Something happened. */
  public SampleRecord happened(InteractionType what) {
    type = what;
    return this;
  }

  /** With that order or receipt number. */
  public SampleRecord order(@Nullable String number) {
    order = number;
    return this;
  }

  /** About that order. */
  public SampleRecord about(@Nullable String number) {
    refersTo = number;
    return this;
  }

  /** In that store. */
  public SampleRecord in(String place) {
    store = place;
    return this;
  }

  /** Worth that much. */
  public SampleRecord amount(@Nullable Money worth) {
    amount = worth;
    return this;
  }

  /** With a remark. */
  public SampleRecord note(String text) {
    note = text;
    return this;
  }

  /** About that. */
  public SampleRecord topic(String text) {
    topic = text;
    return this;
  }

  /** In that state. */
  public SampleRecord status(String text) {
    status = text;
    return this;
  }

  /** With a column that is kept under its name. */
  public SampleRecord extra(String name, String value) {
    extra.put(name, value);
    return this;
  }

  /** With one more line. */
  public SampleRecord line(OrderLine line) {
    lines.add(line);
    return this;
  }

  /** With one more line in pounds. */
  public SampleRecord bought(String sku, int quantity, String worth, String category) {
    return line(line(sku, quantity, worth, category));
  }

  /** The metadata. */
  public SourceRecord metadata() {
    return new SourceRecord(
        new SourceRecordId(id),
        subject,
        SubjectKind.PERSON,
        new SourceSystem(source),
        channel,
        party,
        basis,
        trust,
        item,
        gone,
        late,
        FieldSet.of(
            values.stream()
                .filter(value -> value.quality() != Quality.DOUBTFUL)
                .map(PersonalValue::field)
                .toList()),
        type,
        at,
        at);
  }

  /** With its content. */
  public OpenedRecord opened() {
    Interaction interaction =
        type == null
            ? null
            : new Interaction(
                type, order, refersTo, store, amount, topic, note, status, null, null, lines);
    return new OpenedRecord(metadata(), new SourceDocument("key", values, interaction, extra));
  }
}
