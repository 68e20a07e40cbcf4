package io.cornerstore.intake.feed;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Refused;
import io.cornerstore.intake.Statements;
import io.cornerstore.intake.SubmitResult;
import io.cornerstore.intake.log.Appended;
import io.cornerstore.intake.log.Feeds.FeedNumber;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.RefusedWords;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements as items of the log, each in the transaction of who makes it. */
public final class CounterStatements implements Statements {

  private static final Screen TEXT = Screen.of("note", FieldType.TEXT);

  private final Workshop workshop;
  private final EventReader reader;
  private final RefusedWords words;
  private final Screen.ByName screens = new Screen.ByName();

  /** With what it works with. */
  public CounterStatements(Workshop workshop, RefusedWords words) {
    this.workshop = workshop;
    this.reader = new EventReader(workshop);
    this.words = words;
  }

  @Override
  public SubjectId subject(String key) {
    return workshop.tokens().subject(SOURCE.code(), key);
  }

  @Override
  public Optional<String> findCountry() {
    return workshop.feeds().countries().stream().findFirst();
  }

  @Override
  public List<PersonalValue> normal(List<GivenValue> values, @Nullable String country) {
    return workshop.normalizer().normalise(values, country, Map.of());
  }

  @Override
  public List<Refused> refused(PersonalField field, String text) {
    return screens.of(field.token(), EventReader.typeOf(field)).refused(text);
  }

  @Override
  public List<Refused> refused(String text) {
    List<Refused> found = new ArrayList<>(TEXT.refused(text));
    found.addAll(words.find(text));
    found.sort(Comparator.comparingInt(Refused::start).thenComparing(Refused::kind));
    return List.copyOf(found);
  }

  @Override
  public SubmitResult keep(UUID statement, IncomingEvent event) {
    LogEntry read = reader.entry(event);
    return append(
        new LogEntry(
            read.message(),
            read.origin(),
            read.subject(),
            event.subject().kind(),
            new LogEntry.Item(statement, statement, false, null),
            read.fields(),
            read.type(),
            read.occurredAt(),
            read.receivedAt(),
            read.document(),
            read.tokens(),
            List.of(),
            null));
  }

  @Override
  public void withdraw(Withdrawn withdrawn) {
    if (withdrawn.forget()) {
      workshop.appender().forget(withdrawn.statement(), withdrawn.subject());
    }
    FeedNumber number =
        workshop.feeds().feed(SOURCE, EventReader.feedOf(withdrawn.channel()), null);
    append(
        new LogEntry(
            workshop.tokens().message(SOURCE.code(), "withdrawn", withdrawn.statement().toString()),
            new LogEntry.Origin(
                number.source(),
                number.feed(),
                withdrawn.channel(),
                Party.FIRST_PARTY,
                Basis.DECLARED,
                0),
            withdrawn.subject(),
            withdrawn.kind(),
            new LogEntry.Item(withdrawn.statement(), withdrawn.statement(), true, null),
            FieldSet.NONE,
            null,
            withdrawn.at(),
            withdrawn.at(),
            null,
            List.of(),
            List.of(),
            null));
  }

  private SubmitResult append(LogEntry entry) {
    Appended appended =
        workshop.appender().join(workshop.appender().seal(List.of(entry), List.of()));
    long id = appended.id(0);
    return id == 0
        ? new SubmitResult.Duplicate()
        : new SubmitResult.Accepted(new SourceRecordId(id), entry.subject());
  }
}
