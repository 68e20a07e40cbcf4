package io.cornerstore.profile.web.json;

import io.cornerstore.intake.Party;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.GoldenField;
import io.cornerstore.profile.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A field of the golden record. */
@Personal
public record GoldenFieldJson(
    String field,
    ShownJson value,
    String rule,
    String explanation,
    int agreeing,
    ProvenanceJson provenance,
    List<AlternativeJson> alternatives) {

  static GoldenFieldJson of(GoldenField golden) {
    return new GoldenFieldJson(
        golden.field().token(),
        ShownJson.of(golden.value()),
        golden.rule().code(),
        golden.rule().explanation(),
        golden.agreeing(),
        ProvenanceJson.of(golden.provenance()),
        golden.alternatives().stream().map(AlternativeJson::of).toList());
  }

  /** The tokens of a set of fields. */
  static List<String> tokens(FieldSet fields) {
    return fields.fields().stream().map(PersonalField::token).toList();
  }

  @Override
  public String toString() {
    return "GoldenFieldJson[" + field + "]";
  }

  /** A value that did not win. */
  @Personal
  public record AlternativeJson(ShownJson value, ProvenanceJson provenance, boolean doubtful) {

    static AlternativeJson of(GoldenField.Alternative alternative) {
      return new AlternativeJson(
          ShownJson.of(alternative.value()),
          ProvenanceJson.of(alternative.provenance()),
          alternative.doubtful());
    }

    @Override
    public String toString() {
      return "AlternativeJson[•••]";
    }
  }

  /** Where a value comes from. */
  public record ProvenanceJson(
      long record,
      UUID subject,
      String source,
      String channel,
      String party,
      String basis,
      int trust,
      Instant at) {

    static ProvenanceJson of(Provenance provenance) {
      return new ProvenanceJson(
          provenance.record().value(),
          provenance.subject().value(),
          provenance.source().code(),
          provenance.channel().code(),
          party(provenance.party()),
          provenance.basis().code(),
          provenance.trust(),
          provenance.at());
    }

    static String party(Party party) {
      return switch (party) {
        case FIRST_PARTY -> "first-party";
        case THIRD_PARTY -> "third-party";
      };
    }
  }
}
