package io.cornerstore.intake.segment;

import static java.util.Map.entry;

import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.kernel.PersonalField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Personal values in traits and properties: Segment's reserved traits, the HTML autocomplete
 * tokens, and the usual spellings of both ({@code firstName}, {@code first_name}, {@code
 * given-name}).
 */
final class Traits {

  private static final int LONGEST = 1_000;
  private static final String MIDNIGHT = "T00:00:00";

  private static final Map<String, PersonalField> ADDRESS =
      Map.ofEntries(
          entry("street", PersonalField.STREET_ADDRESS),
          entry("streetaddress", PersonalField.STREET_ADDRESS),
          entry("line1", PersonalField.STREET_ADDRESS),
          entry("addressline1", PersonalField.STREET_ADDRESS),
          entry("line2", PersonalField.ADDRESS_LINE2),
          entry("addressline2", PersonalField.ADDRESS_LINE2),
          entry("city", PersonalField.LOCALITY),
          entry("addresslevel2", PersonalField.LOCALITY),
          entry("state", PersonalField.REGION),
          entry("region", PersonalField.REGION),
          entry("addresslevel1", PersonalField.REGION),
          entry("postalcode", PersonalField.POSTAL_CODE),
          entry("postcode", PersonalField.POSTAL_CODE),
          entry("zip", PersonalField.POSTAL_CODE),
          entry("zipcode", PersonalField.POSTAL_CODE),
          entry("country", PersonalField.COUNTRY));

  private static final Map<String, PersonalField> PERSON = person();

  /** Words that say something else on a form or an order than about a person. */
  private static final Set<String> NOT_OF_A_PERSON =
      Set.of("name", "fullname", "title", "language", "company", "organization", "country");

  private final List<GivenValue> values = new ArrayList<>();

  private static Map<String, PersonalField> person() {
    Map<String, PersonalField> fields = new HashMap<>(ADDRESS);
    // A bare "state" says more often that an account is active, a "region" where the server is.
    fields.keySet().removeAll(Set.of("state", "region", "line1", "line2", "street"));
    for (PersonalField field : PersonalField.values()) {
      if (field != PersonalField.EXTERNAL_ID) {
        fields.put(plain(field.token()), field);
      }
    }
    fields.put("firstname", PersonalField.GIVEN_NAME);
    fields.put("middlename", PersonalField.ADDITIONAL_NAME);
    fields.put("lastname", PersonalField.FAMILY_NAME);
    fields.put("surname", PersonalField.FAMILY_NAME);
    fields.put("fullname", PersonalField.NAME);
    fields.put("salutation", PersonalField.HONORIFIC_PREFIX);
    fields.put("emailaddress", PersonalField.EMAIL);
    fields.put("phone", PersonalField.PHONE);
    fields.put("phonenumber", PersonalField.PHONE);
    fields.put("telephone", PersonalField.PHONE);
    fields.put("mobile", PersonalField.PHONE);
    fields.put("mobilephone", PersonalField.PHONE);
    fields.put("birthday", PersonalField.BIRTH_DATE);
    fields.put("birthdate", PersonalField.BIRTH_DATE);
    fields.put("dateofbirth", PersonalField.BIRTH_DATE);
    fields.put("gender", PersonalField.SEX);
    fields.put("title", PersonalField.ORGANIZATION_TITLE);
    fields.put("jobtitle", PersonalField.ORGANIZATION_TITLE);
    fields.put("company", PersonalField.ORGANIZATION);
    fields.put("companyname", PersonalField.ORGANIZATION);
    fields.put("address", PersonalField.STREET_ADDRESS);
    return Map.copyOf(fields);
  }

  /** Takes the traits of a person; what is no personal value goes to the extra ones. */
  void person(@Nullable JsonNode traits, ExtraValues extra) {
    if (traits == null || !traits.isObject()) {
      return;
    }
    for (Map.Entry<String, JsonNode> trait : traits.properties()) {
      String name = plain(trait.getKey());
      JsonNode value = trait.getValue();
      if (name.equals("address") && value.isObject()) {
        address(value, extra);
      } else if (name.equals("company") && value.isObject()) {
        company(value, extra);
      } else if (!take(PERSON.get(name), value)) {
        extra.flatten("traits." + trait.getKey(), value);
      }
    }
  }

  /** Takes what says whom a form or an order is about, where the name leaves no doubt. */
  void properties(WireProperties properties) {
    for (Map.Entry<String, JsonNode> property : properties.all()) {
      String name = plain(property.getKey());
      PersonalField field = NOT_OF_A_PERSON.contains(name) ? null : PERSON.get(name);
      if (take(field, property.getValue())) {
        properties.markRead(property.getKey());
      }
    }
  }

  /** Takes the organization a group is; its other traits are not the person's. */
  void group(@Nullable JsonNode traits, ExtraValues extra) {
    if (traits == null || !traits.isObject()) {
      return;
    }
    for (Map.Entry<String, JsonNode> trait : traits.properties()) {
      if (!trait.getKey().equals("name") || !take(PersonalField.ORGANIZATION, trait.getValue())) {
        extra.flatten("traits." + trait.getKey(), trait.getValue());
      }
    }
  }

  /** Takes e-mails and phones among the ids in the context; ids of devices are many people's. */
  void externalIds(JsonNode ids) {
    for (JsonNode each : ids) {
      String type = WireText.id(each.get("type"));
      String encoding = WireText.id(each.get("encoding"));
      if (type != null && (encoding == null || encoding.equals("none"))) {
        switch (type) {
          case "email" -> take(PersonalField.EMAIL, each.path("id"));
          case "phone" -> take(PersonalField.PHONE, each.path("id"));
          default -> {}
        }
      }
    }
  }

  List<GivenValue> values() {
    return values;
  }

  private void address(JsonNode address, ExtraValues extra) {
    for (Map.Entry<String, JsonNode> part : address.properties()) {
      if (!take(ADDRESS.get(plain(part.getKey())), part.getValue())) {
        extra.flatten("traits.address." + part.getKey(), part.getValue());
      }
    }
  }

  private void company(JsonNode company, ExtraValues extra) {
    for (Map.Entry<String, JsonNode> part : company.properties()) {
      if (!part.getKey().equals("name") || !take(PersonalField.ORGANIZATION, part.getValue())) {
        extra.flatten("traits.company." + part.getKey(), part.getValue());
      }
    }
  }

  private boolean take(@Nullable PersonalField field, JsonNode value) {
    String text = field == null ? null : WireText.id(value);
    if (field == null || text == null || text.length() > LONGEST) {
      return false;
    }
    String given =
        field == PersonalField.BIRTH_DATE && text.startsWith(MIDNIGHT, 10)
            ? text.substring(0, 10)
            : text;
    if (values.stream().noneMatch(has -> has.field() == field && has.text().equals(given))) {
      values.add(new GivenValue(field, given));
    }
    return true;
  }

  /** Lower case without the signs that spellings differ in. */
  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.indexOf('_') < 0 && lower.indexOf('-') < 0 && lower.indexOf(' ') < 0
        ? lower
        : lower.replace("_", "").replace("-", "").replace(" ", "");
  }
}
