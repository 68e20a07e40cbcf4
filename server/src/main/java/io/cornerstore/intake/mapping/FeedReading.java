package io.cornerstore.intake.mapping;

import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.mapping.FeedMapping.FieldMapping;
import io.cornerstore.intake.mapping.FeedMapping.LookupMapping;
import io.cornerstore.intake.mapping.FeedMapping.ReferenceKind;
import io.cornerstore.intake.mapping.FeedMapping.ReferenceMapping;
import io.cornerstore.intake.mapping.FeedMapping.RowKind;
import io.cornerstore.intake.mapping.FeedMapping.SubjectMapping;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one mapping from its nodes. */
final class FeedReading {

  private static final SourceSystem NO_SOURCE = new SourceSystem("none");

  /* Read with every mapping, but only rows of events and persons have them. */
  private static final List<String> EVENT_KEYS =
      List.of("only", "rows", "version", "message-id", "extra");

  private final Path file;
  private final String hash;
  private final String text;
  private final Mistakes mistakes;
  private final ValueSpecs values;
  private final Words words;

  FeedReading(Path file, String hash, String text, Mistakes mistakes) {
    this.file = file;
    this.hash = hash;
    this.text = text;
    this.mistakes = mistakes;
    this.values = new ValueSpecs(mistakes);
    this.words = new Words(mistakes);
  }

  /** The mapping; only good when no mistake was found. */
  @Nullable FeedMapping read(Node root) {
    MapNode map = MapNode.of(root, "the mapping", mistakes);
    if (map == null) {
      return null;
    }
    Node referenceNode = map.take("reference");
    boolean reference = referenceNode != null;
    SourceSystem source = source(map, "source", true);
    Channel channel = reference ? Channel.OTHER : channel(map);
    Party party = words.choice(map, "party", Party.values(), Party.FIRST_PARTY);
    Basis basis = words.choice(map, "basis", Basis.values(), usualBasis(channel, party));
    RowKind rows = words.choice(map, "rows", RowKind.values(), RowKind.EVENTS);
    Path folder = folder();
    Map<String, LookupMapping> lookups = lookups(map.take("lookups"), folder);
    FeedMapping mapping =
        new FeedMapping(
            name(map),
            map.has("feed"),
            file.toString(),
            folder,
            hash,
            text,
            source,
            channel,
            map.takeWords("files"),
            words.format(map),
            rows,
            values.when(map.take("only"), "'only'"),
            values.one(map.take("version"), "'version'"),
            party,
            basis,
            words.trust(map),
            words.zone(map, "zone"),
            words.currency(map, "currency"),
            words.country(map, "country"),
            values.several(map.take("message-id"), "'message-id'"),
            reference ? null : subject(map.take("subject")),
            lookups,
            reference ? List.of() : person(map.take("person")),
            reference ? null : new InteractionReading(mistakes).read(map.take("interaction")),
            extra(map),
            reference ? reference(map) : null);
    map.finish();
    check(mapping, map);
    return mapping;
  }

  private void check(FeedMapping mapping, MapNode map) {
    if (map.has("reference")) {
      EVENT_KEYS.stream()
          .filter(map::has)
          .forEach(key ->
              mistakes.add(map.keyMark(key), "'" + key + "' is not for products and stores"));
      return;
    }
    boolean keyed =
        !mapping.messageId().isEmpty()
            || (mapping.subject() != null && !mapping.subject().key().isEmpty());
    if (mapping.rows() != RowKind.EVENTS && !keyed) {
      mistakes.add(
          map.markOf("rows"),
          "rows that replace each other need 'subject: {key: …}' or 'message-id'");
    }
    if (mapping.rows() == RowKind.EVENTS && mapping.version() != null) {
      mistakes.add(map.keyMark("version"), "'version' is for upserts and snapshots, not events");
    }
    boolean broken = (map.has("person") || map.has("interaction")) && !mistakes.isEmpty();
    if (mapping.person().isEmpty() && mapping.interaction() == null && !broken) {
      mistakes.add(map.mark(), "the mapping needs 'person', 'interaction' or 'reference'");
    }
  }

  private String name(MapNode map) {
    String given = map.takeWord("feed");
    if (given != null) {
      return given;
    }
    Path path = file.getFileName();
    String name = path == null ? "feed" : path.toString();
    for (String ending : List.of(".yaml", ".yml", ".mapping")) {
      if (name.endsWith(ending)) {
        name = name.substring(0, name.length() - ending.length());
      }
    }
    Path parent = file.toAbsolutePath().getParent();
    Path folder = parent == null ? null : parent.getFileName();
    return name.equals("mapping") && folder != null ? folder.toString() : name;
  }

  private Path folder() {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private SourceSystem source(MapNode map, String key, boolean required) {
    String code = map.takeWord(key);
    if (code == null) {
      if (required) {
        mistakes.add(map.mark(), "'" + key + "' is missing in " + map.what());
      }
      return NO_SOURCE;
    }
    try {
      return new SourceSystem(code);
    } catch (IllegalArgumentException e) {
      mistakes.add(map.markOf(key), "'" + code + "' is no source code: " + e.getMessage());
      return NO_SOURCE;
    }
  }

  private Channel channel(MapNode map) {
    String code = map.takeWord("channel");
    List<String> codes = Arrays.stream(Channel.values()).map(Channel::code).toList();
    if (code == null) {
      mistakes.add(map.mark(), "'channel' is missing: one of " + String.join(", ", codes));
      return Channel.OTHER;
    }
    return Channel.findByCode(code)
        .orElseGet(() -> {
          mistakes.add(
              map.markOf("channel"),
              "unknown channel '%s': one of %s.%s"
                  .formatted(code, String.join(", ", codes), Mistakes.maybe(code, codes)));
          return Channel.OTHER;
        });
  }

  private static Basis usualBasis(Channel channel, Party party) {
    if (party == Party.THIRD_PARTY) {
      return Basis.INFERRED;
    }
    return channel == Channel.WEB_FORM ? Basis.DECLARED : Basis.OBSERVED;
  }

  private @Nullable SubjectMapping subject(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    MapNode map = MapNode.of(node, "'subject'", mistakes);
    if (map == null) {
      return null;
    }
    List<ValueSpec> key = values.several(map.take("key"), "'key'");
    SourceSystem of = map.has("of") ? source(map, "of", false) : null;
    map.take("of");
    List<ValueSpec> group = values.several(map.take("group"), "'group'");
    Node kindNode = map.take("kind");
    ValueSpec kind = ValueSpecs.constant("person", map.mark());
    if (kindNode != null) {
      String word = MapNode.textOf(kindNode);
      ValueSpec given =
          word != null
              ? ValueSpecs.constant(word, MapNode.markOf(kindNode))
              : values.one(kindNode, "'kind'");
      kind = given == null ? kind : given;
      checkKinds(kind, word);
    }
    map.finish();
    return new SubjectMapping(key, of, group, kind);
  }

  private void checkKinds(ValueSpec kind, @Nullable String word) {
    List<String> known =
        Arrays.stream(SubjectKind.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    List<String> used = new ArrayList<>(kind.map().values());
    if (word != null) {
      used.add(word);
    }
    for (String each : used) {
      if (!known.contains(each)) {
        mistakes.add(
            kind.mark(),
            "unknown kind '%s': person or organization.%s"
                .formatted(each, Mistakes.maybe(each, known)));
      }
    }
  }

  private List<FieldMapping> person(@Nullable Node node) {
    MapNode map = node == null ? null : MapNode.of(node, "'person'", mistakes);
    if (map == null) {
      return List.of();
    }
    List<String> tokens = Arrays.stream(PersonalField.values()).map(PersonalField::token).toList();
    List<FieldMapping> fields = new ArrayList<>();
    map.takeAll()
        .forEach((token, value) ->
            PersonalField.findByToken(token)
                .ifPresentOrElse(
                    field ->
                        specs(field, value)
                            .forEach(spec -> fields.add(new FieldMapping(field, spec))),
                    () ->
                        mistakes.add(
                            map.keyMark(token),
                            "unknown token '%s' in 'person'.%s"
                                .formatted(token, Mistakes.maybe(token, tokens)))));
    return fields;
  }

  private List<ValueSpec> specs(PersonalField field, Node node) {
    String what = "'" + field.token() + "'";
    return field == PersonalField.EXTERNAL_ID
        ? values.severalOfAKind(node, what)
        : values.several(node, what);
  }

  private List<ColumnRef> extra(MapNode map) {
    Mark mark = map.markOf("extra");
    return map.takeWords("extra").stream().map(name -> new ColumnRef(name, mark)).toList();
  }

  private Map<String, LookupMapping> lookups(@Nullable Node node, Path folder) {
    MapNode map = node == null ? null : MapNode.of(node, "'lookups'", mistakes);
    Map<String, LookupMapping> lookups = new LinkedHashMap<>();
    if (map != null) {
      map.takeAll().forEach((name, value) -> lookup(name, value, folder, lookups));
      lookups.values().forEach(lookup -> checkCircle(lookup, lookups));
    }
    return lookups;
  }

  private void lookup(String name, Node value, Path folder, Map<String, LookupMapping> lookups) {
    MapNode entry = MapNode.of(value, "lookup '" + name + "'", mistakes);
    if (entry == null) {
      return;
    }
    String path = entry.takeWord("file");
    String key = entry.takeWord("key");
    String by = entry.takeWord("by");
    var format = words.format(entry);
    if (path == null || key == null || by == null) {
      mistakes.add(entry.mark(), "lookup '" + name + "' needs 'file', 'key' and 'by'");
    } else {
      Path target = folder.resolve(path);
      if (!Files.isReadable(target)) {
        mistakes.add(entry.markOf("file"), "there is no file " + target + " to look things up in");
      }
      lookups.put(
          name,
          new LookupMapping(
              name,
              target,
              new ColumnRef(key, entry.markOf("key")),
              new ColumnRef(by, entry.markOf("by")),
              format,
              entry.mark()));
    }
    entry.finish();
  }

  private void checkCircle(LookupMapping start, Map<String, LookupMapping> lookups) {
    Set<String> seen = new HashSet<>();
    LookupMapping at = start;
    while (at != null && seen.add(at.name())) {
      int dot = at.by().name().indexOf('.');
      at = dot < 0 ? null : lookups.get(at.by().name().substring(0, dot));
    }
    if (at != null && at.equals(start)) {
      mistakes.add(start.mark(), "lookup '" + start.name() + "' needs itself: a circle");
    }
  }

  private @Nullable ReferenceMapping reference(MapNode map) {
    String word = map.takeWord("reference");
    Node fieldsNode = map.take("fields");
    map.take("files");
    List<String> kinds = List.of("products", "stores");
    if (word == null || !kinds.contains(word)) {
      String wrong = word == null ? "" : word;
      mistakes.add(
          map.markOf("reference"),
          "'reference' is products or stores." + Mistakes.maybe(wrong, kinds));
      return null;
    }
    ReferenceKind kind = ReferenceKind.valueOf(word.toUpperCase(Locale.ROOT));
    MapNode fields = fieldsNode == null ? null : MapNode.of(fieldsNode, "'fields'", mistakes);
    if (fields == null) {
      mistakes.add(map.mark(), "'fields' is missing");
      return null;
    }
    Map<String, ValueSpec> specs = new LinkedHashMap<>();
    for (String name : kind.fields()) {
      ValueSpec spec = values.one(fields.take(name), "'" + name + "'");
      if (spec != null) {
        specs.put(name, spec);
      }
    }
    fields.finish();
    if (!specs.containsKey(kind.fields().getFirst())) {
      mistakes.add(fields.mark(), "'fields' needs '" + kind.fields().getFirst() + "'");
    }
    return new ReferenceMapping(kind, specs);
  }
}
