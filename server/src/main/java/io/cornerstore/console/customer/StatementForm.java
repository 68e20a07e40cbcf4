package io.cornerstore.console.customer;

import io.cornerstore.console.view.SearchPage.Part;
import io.cornerstore.console.view.StatementPage.Group;
import io.cornerstore.console.view.StatementPage.Input;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.StatementRefused.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a form for what a customer says, and what is wrong with them. */
final class StatementForm {

  static final String PHONE = "phone";

  private static final Set<PersonalField> NAMES =
      Set.of(
          PersonalField.HONORIFIC_PREFIX,
          PersonalField.GIVEN_NAME,
          PersonalField.ADDITIONAL_NAME,
          PersonalField.FAMILY_NAME,
          PersonalField.HONORIFIC_SUFFIX,
          PersonalField.ORGANIZATION,
          PersonalField.BIRTH_DATE);
  private static final Set<PersonalField> ADDRESS =
      Set.of(
          PersonalField.STREET_ADDRESS,
          PersonalField.ADDRESS_LINE2,
          PersonalField.LOCALITY,
          PersonalField.REGION,
          PersonalField.POSTAL_CODE,
          PersonalField.COUNTRY);

  private final Wording words;

  StatementForm(Wording words) {
    this.words = words;
  }

  /** The values that were sent with a form, by field; only fields that the kind has. */
  static Map<PersonalField, String> values(HttpServletRequest request, CustomerKind kind) {
    Map<PersonalField, String> values = new EnumMap<>(PersonalField.class);
    for (PersonalField field : Counter.fields(kind)) {
      String value = request.getParameter(field.token());
      if (value != null) {
        values.put(field, value);
      }
    }
    return values;
  }

  /** Where the customer is. */
  static Channel channel(@Nullable String where) {
    return PHONE.equals(where) ? Channel.SERVICE_CALL : Channel.OTHER;
  }

  /** The fields in their groups with these values and faults. */
  List<Group> groups(CustomerKind kind, Map<PersonalField, String> values, List<Fault> faults) {
    Map<String, List<Input>> groups = new LinkedHashMap<>();
    for (PersonalField field : Counter.fields(kind)) {
      groups
          .computeIfAbsent(heading(field, kind), _ -> new ArrayList<>())
          .add(input(field, values.getOrDefault(field, ""), faults));
    }
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  private String heading(PersonalField field, CustomerKind kind) {
    if (ADDRESS.contains(field)) {
      return words.text("stated.address");
    }
    boolean name =
        NAMES.contains(field)
            && !(field == PersonalField.ORGANIZATION && kind == CustomerKind.PERSON);
    return words.text(name ? "stated.name" : "stated.contact");
  }

  private Input input(PersonalField field, String value, List<Fault> faults) {
    String type =
        switch (field) {
          case EMAIL -> "email";
          case PHONE -> "tel";
          default -> "text";
        };
    String hint =
        switch (field) {
          case BIRTH_DATE -> words.text("stated.hint-birth");
          case LANGUAGE -> words.text("stated.hint-language");
          case COUNTRY -> words.text("stated.hint-country");
          default -> null;
        };
    return new Input(
        field.token(),
        words.field(field),
        value,
        type,
        hint,
        faults.stream()
            .filter(fault -> fault.field().equals(field.token()))
            .map(this::fault)
            .toList());
  }

  /** Faults that belong to no field of the form. */
  List<String> others(List<Fault> faults) {
    return faults.stream()
        .filter(fault -> fault.field().isEmpty() || fault.field().equals("note"))
        .map(this::fault)
        .distinct()
        .toList();
  }

  private String fault(Fault fault) {
    return switch (fault.code()) {
      case "malformed" -> words.text("stated.malformed");
      case "missing" -> words.text("stated.missing");
      case "too-long" -> words.text("stated.too-long");
      case "unchanged" -> words.text("stated.unchanged");
      case "not-stated" -> words.text("stated.not-stated");
      default ->
          words.text(
              "stated.not-to-be-kept",
              words.term("refused-kind", fault.code()),
              fault.start() + 1,
              fault.end());
    };
  }

  /** A note in stretches: what may not be kept is marked. */
  static List<Part> marked(String text, List<Fault> faults) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    List<Fault> places =
        faults.stream()
            .filter(fault -> fault.start() >= 0 && fault.end() <= text.length())
            .sorted(Comparator.comparingInt(Fault::start))
            .toList();
    for (Fault place : places) {
      if (place.start() < at) {
        continue;
      }
      if (place.start() > at) {
        parts.add(new Part(text.substring(at, place.start()), false));
      }
      parts.add(new Part(text.substring(place.start(), place.end()), true));
      at = place.end();
    }
    if (at < text.length()) {
      parts.add(new Part(text.substring(at), false));
    }
    return parts;
  }
}
