package io.cornerstore.identity;

import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.UnsealPermit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log in memory, with a short way to write people into it. Thread-safe. */
public final class MemoryLog implements SourceRecords {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<OpenedRecord> entries = new ArrayList<>();
  private final MemoryVault vault;

  MemoryLog(MemoryVault vault) {
    this.vault = vault;
  }

  /** The subject of that key in that source. */
  public static SubjectId subject(String source, String key) {
    return new SubjectId(
        UUID.nameUUIDFromBytes((source + '\0' + key).getBytes(StandardCharsets.UTF_8)));
  }

  /** Starts an entry about that subject. */
  public Entry about(String source, String key) {
    return new Entry(source, key);
  }

  private synchronized void append(Entry entry) {
    SubjectId subject = subject(entry.source, entry.key);
    vault.sealing(List.of(subject));
    long id = entries.size() + 1L;
    SourceRecord record =
        new SourceRecord(
            new SourceRecordId(id),
            subject,
            entry.kind,
            new SourceSystem(entry.source),
            Channel.OTHER,
            entry.party,
            Basis.OBSERVED,
            50,
            entry.item,
            entry.gone,
            late(entry),
            FieldSet.of(entry.values.stream().map(PersonalValue::field).toList()),
            null,
            entry.at == null ? START.plusSeconds(id) : entry.at,
            START.plusSeconds(id));
    entries.add(
        new OpenedRecord(record, new SourceDocument(entry.key, entry.values, null, Map.of())));
  }

  private boolean late(Entry entry) {
    Instant at = entry.at;
    return entry.item != null
        && at != null
        && entries.stream()
            .map(OpenedRecord::record)
            .anyMatch(
                earlier -> entry.item.equals(earlier.item()) && earlier.occurredAt().isAfter(at));
  }

  /** All entries. */
  public synchronized List<OpenedRecord> entries() {
    return List.copyOf(entries);
  }

  /** Appends an entry as it stands in another log. */
  public synchronized void append(OpenedRecord opened) {
    vault.sealing(List.of(opened.record().subject()));
    entries.add(opened);
  }

  @Override
  public synchronized SourceRecordId head() {
    return new SourceRecordId(entries.size());
  }

  @Override
  public synchronized LogBatch after(SourceRecordId cursor, int limit, UnsealPermit permit) {
    int from = (int) cursor.value();
    int to = Math.min(entries.size(), from + limit);
    return new LogBatch(entries.subList(from, to), new SourceRecordId(to), to == entries.size());
  }

  @Override
  public List<SourceRecord> of(Collection<SubjectId> subjects) {
    return entries().stream()
        .map(OpenedRecord::record)
        .filter(record -> subjects.contains(record.subject()))
        .toList();
  }

  @Override
  public List<OpenedRecord> open(Collection<SubjectId> subjects, UnsealPermit permit) {
    return entries().stream()
        .filter(opened -> subjects.contains(opened.record().subject()))
        .toList();
  }

  @Override
  public List<SubjectId> find(LookupField field, String value, int limit) {
    return entries().stream()
        .filter(opened -> has(opened, field, value))
        .map(opened -> opened.record().subject())
        .distinct()
        .limit(limit)
        .toList();
  }

  private static boolean has(OpenedRecord opened, LookupField field, String value) {
    PersonalField looked =
        switch (field) {
          case EMAIL -> PersonalField.EMAIL;
          case PHONE -> PersonalField.PHONE;
          case POSTAL_CODE -> PersonalField.POSTAL_CODE;
          case LOYALTY_CARD -> PersonalField.LOYALTY_CARD;
          case ORDER -> PersonalField.EXTERNAL_ID;
          case SUBJECT_KEY -> null;
        };
    return looked == null
        ? value.equals(opened.document().subjectKey())
        : opened.document().values(looked).anyMatch(found -> found.value().equals(value));
  }

  /** An entry being written. */
  public final class Entry {
    private final String source;
    private final String key;
    private final List<PersonalValue> values = new ArrayList<>();
    private SubjectKind kind = SubjectKind.PERSON;
    private Party party = Party.FIRST_PARTY;
    private @Nullable UUID item;
    private @Nullable Instant at;
    private boolean gone;

    private Entry(String source, String key) {
      this.source = source;
      this.key = key;
    }

    /** One more value. */
    public Entry with(PersonalField field, String value) {
      values.add(new PersonalValue(field, value, value, Quality.VALID));
      return this;
    }

    /** One more value that is not well-formed. */
    public Entry withDoubtful(PersonalField field, String value) {
      values.add(new PersonalValue(field, value, value, Quality.DOUBTFUL));
      return this;
    }

    /** A given and a family name. */
    public Entry named(String given, String family) {
      return with(PersonalField.GIVEN_NAME, given).with(PersonalField.FAMILY_NAME, family);
    }

    /** An e-mail address. */
    public Entry mail(String value) {
      return with(PersonalField.EMAIL, value);
    }

    /** A phone number. */
    public Entry phone(String value) {
      return with(PersonalField.PHONE, value);
    }

    /** A date of birth. */
    public Entry born(String value) {
      return with(PersonalField.BIRTH_DATE, value);
    }

    /** An address. */
    public Entry at(String street, String place, String code) {
      return with(PersonalField.STREET_ADDRESS, street)
          .with(PersonalField.LOCALITY, place)
          .with(PersonalField.POSTAL_CODE, code)
          .with(PersonalField.COUNTRY, "GB");
    }

    /** What kind of subject it is about. */
    public Entry kind(SubjectKind value) {
      kind = value;
      return this;
    }

    /** Bought in. */
    public Entry thirdParty() {
      party = Party.THIRD_PARTY;
      return this;
    }

    /** A version of an item. */
    public Entry version(String name, Instant written) {
      item = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
      at = written;
      return this;
    }

    /** The item is gone. */
    public Entry gone() {
      gone = true;
      return this;
    }

    /** Appends it and returns its subject. */
    public SubjectId add() {
      MemoryLog.this.append(this);
      return subject(source, key);
    }
  }
}
