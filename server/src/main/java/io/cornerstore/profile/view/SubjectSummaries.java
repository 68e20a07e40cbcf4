package io.cornerstore.profile.view;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.SubjectSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each source subject says of itself, each value once, in the order of the fields. */
final class SubjectSummaries {

  private SubjectSummaries() {}

  static List<SubjectSummary> of(List<OpenedRecord> current, Mask mask) {
    Map<SubjectId, List<OpenedRecord>> bySubject = new LinkedHashMap<>();
    for (OpenedRecord opened : current) {
      bySubject.computeIfAbsent(opened.record().subject(), _ -> new ArrayList<>()).add(opened);
    }
    return bySubject.entrySet().stream()
        .map(one -> summary(one.getKey(), one.getValue(), mask))
        .toList();
  }

  private static SubjectSummary summary(SubjectId subject, List<OpenedRecord> records, Mask mask) {
    Set<SubjectSummary.Value> values = new LinkedHashSet<>();
    records.stream()
        .flatMap(opened -> opened.document().values().stream())
        .sorted((a, b) -> a.field().compareTo(b.field()))
        .map(value -> shown(value, mask))
        .forEach(values::add);
    return new SubjectSummary(subject, records.getLast().record().source(), List.copyOf(values));
  }

  private static SubjectSummary.Value shown(PersonalValue value, Mask mask) {
    return new SubjectSummary.Value(value.field(), mask.show(value.field(), value.value()));
  }
}
