package io.cornerstore.cli.model;

import io.cornerstore.linkage.KindParameters;
import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.ModelParameters;
import io.cornerstore.linkage.TermFrequencies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Our own JSON form of a model; described in docs/reference/model.md. */
final class ModelDocument {
  private static final String FORMAT = "cornerstore-linkage-model";
  private static final double ROUNDED = 0.01;

  private ModelDocument() {}

  static Map<String, Object> of(ModelFile file) {
    ModelParameters model = file.model().parameters();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("version", LinkageModel.FORMAT);
    document.put("columns", file.columns());
    Map<String, Object> thresholds = new LinkedHashMap<>();
    thresholds.put("linkBits", model.linkBits());
    thresholds.put("reviewBits", model.reviewBits());
    document.put("thresholds", thresholds);
    document.put("blockingRules", model.blocking().stream().map(ModelDocument::blocking).toList());
    document.put("persons", kind(model.persons()));
    document.put("organizations", kind(model.organizations()));
    document.put(
        "termFrequencies", model.frequencies().stream().map(ModelDocument::terms).toList());
    return document;
  }

  private static Map<String, Object> blocking(ModelParameters.Blocking rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", rule.name());
    fields.put("attributes", rule.attributes());
    return fields;
  }

  private static Map<String, Object> kind(KindParameters kind) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("matchRate", kind.matchRate());
    fields.put("priorBits", rounded(kind.priorBits()));
    fields.put("homeRate", kind.homeRate());
    fields.put("namesTogether", kind.namesTogether());
    List<Object> comparisons = new ArrayList<>();
    for (KindParameters.Comparison comparison : kind.comparisons()) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("attribute", comparison.attribute());
      own.put("levels", comparison.levels().stream().map(ModelDocument::level).toList());
      comparisons.add(own);
    }
    fields.put("comparisons", comparisons);
    return fields;
  }

  private static Map<String, Object> level(KindParameters.Level level) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("level", level.name());
    fields.put("weightBits", rounded(level.weightBits()));
    fields.put("m", level.m());
    fields.put("u", level.u());
    fields.put("home", level.home());
    return fields;
  }

  private static Map<String, Object> terms(TermFrequencies terms) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("role", terms.role());
    fields.put("averageBits", terms.average());
    fields.put("unlistedBits", terms.unlisted());
    Map<String, Float> surprises = new LinkedHashMap<>();
    terms.surprises().forEach((hash, bits) -> surprises.put("%08x".formatted(hash), bits));
    fields.put("surpriseBits", surprises);
    return fields;
  }

  private static double rounded(double bits) {
    return Math.round(bits * 1000) / 1000.0;
  }

  static ModelFile read(JsonValue document) {
    checkVersion(document);
    JsonValue thresholds = document.get("thresholds");
    KindParameters persons = kind(document.get("persons"));
    KindParameters organizations = kind(document.get("organizations"));
    List<TermFrequencies> terms =
        document.get("termFrequencies").items().stream().map(ModelDocument::terms).toList();
    ModelParameters parameters =
        checked(
            thresholds,
            () ->
                new ModelParameters(
                    thresholds.get("linkBits").number(),
                    thresholds.get("reviewBits").number(),
                    blocking(document.get("blockingRules")),
                    persons,
                    organizations,
                    terms));
    LinkageModel model = checked(document, () -> LinkageModel.of(parameters));
    return ModelFile.of(model, columns(document));
  }

  private static void checkVersion(JsonValue document) {
    JsonValue format = document.get("format");
    if (!format.text().equals(FORMAT)) {
      throw format.mistake("is not " + FORMAT);
    }
    JsonValue version = document.get("version");
    if (version.number() > LinkageModel.FORMAT) {
      throw version.mistake(
          "this program reads models of version %d; this one is newer. Maybe update Cornerstore?"
              .formatted(LinkageModel.FORMAT));
    }
    if (version.number() != LinkageModel.FORMAT) {
      throw version.mistake(
          "models of a version before %d mean something else now. Maybe train it anew: leave out"
                  .formatted(LinkageModel.FORMAT)
              + " --model");
    }
  }

  private static Map<String, List<String>> columns(JsonValue document) {
    Map<String, List<String>> columns = new TreeMap<>();
    document
        .find("columns")
        .ifPresent(found ->
            found
                .fields()
                .forEach((role, names) ->
                    columns.put(role, names.items().stream().map(JsonValue::text).toList())));
    return columns;
  }

  private static List<ModelParameters.Blocking> blocking(JsonValue rules) {
    return rules.items().stream()
        .map(rule ->
            new ModelParameters.Blocking(
                rule.get("name").text(),
                rule.get("attributes").items().stream().map(JsonValue::text).toList()))
        .toList();
  }

  private static KindParameters kind(JsonValue kind) {
    List<KindParameters.Comparison> comparisons = new ArrayList<>();
    for (JsonValue comparison : kind.get("comparisons").items()) {
      comparisons.add(
          new KindParameters.Comparison(
              comparison.get("attribute").text(),
              comparison.get("levels").items().stream().map(ModelDocument::level).toList()));
    }
    return checked(
        kind,
        () ->
            new KindParameters(
                kind.get("matchRate").number(),
                kind.get("homeRate").number(),
                kind.get("namesTogether").number(),
                comparisons));
  }

  private static KindParameters.Level level(JsonValue value) {
    KindParameters.Level level =
        checked(
            value,
            () ->
                new KindParameters.Level(
                    value.get("level").text(),
                    value.get("m").number(),
                    value.get("u").number(),
                    value.get("home").number()));
    value
        .find("weightBits")
        .ifPresent(bits -> {
          if (!(Math.abs(bits.number() - level.weightBits()) <= ROUNDED)) {
            throw bits.mistake(
                "is not log2(m/u), which is %s. Maybe change m or u, and leave weightBits out?"
                    .formatted(rounded(level.weightBits())));
          }
        });
    return level;
  }

  private static TermFrequencies terms(JsonValue terms) {
    TreeMap<Integer, Float> surprises = new TreeMap<>();
    terms
        .get("surpriseBits")
        .fields()
        .forEach((hash, bits) -> {
          if (!hash.matches("[0-9a-f]{8}")) {
            throw bits.mistake("its name is no hash of eight hexadecimal digits");
          }
          surprises.put(Integer.parseUnsignedInt(hash, 16), (float) bits.number());
        });
    return checked(
        terms,
        () ->
            new TermFrequencies(
                terms.get("role").text(),
                surprises,
                terms.get("unlistedBits").number(),
                terms.get("averageBits").number()));
  }

  private static <T> T checked(JsonValue place, Supplier<T> value) {
    try {
      return value.get();
    } catch (LinkageException e) {
      throw place.mistake(String.valueOf(e.getMessage()));
    }
  }
}
