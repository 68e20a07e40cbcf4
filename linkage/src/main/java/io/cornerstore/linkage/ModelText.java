package io.cornerstore.linkage;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.Weights;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * The text form of a model: lines of words, numbers as Java prints doubles, so that reading gives
 * back every bit.
 */
final class ModelText {
  private static final String NAME = "cornerstore-linkage-model ";
  private static final String HEAD = NAME + LinkageModel.FORMAT;

  private ModelText() {}

  static boolean isOutdated(String text) {
    String head = text.lines().findFirst().orElse("");
    if (!head.matches(NAME + "\\d{1,4}")) {
      return false;
    }
    return Integer.parseInt(head.substring(NAME.length())) < LinkageModel.FORMAT;
  }

  static String write(LinkageModel model) {
    StringBuilder out = new StringBuilder(4096);
    out.append(HEAD).append('\n');
    out.append("thresholds ").append(model.linkBits()).append(' ').append(model.reviewBits());
    out.append('\n');
    weights(out, "person", model.persons());
    weights(out, "organization", model.organizations());
    for (Frequencies.Role role : Frequencies.Role.values()) {
      Frequencies.Table table = model.frequencies().tables().get(role.place());
      out.append("frequencies ").append(role.name()).append(' ').append(table.hashes().length);
      out.append(' ').append(table.unlisted()).append(' ').append(table.average()).append('\n');
      for (int i = 0; i < table.hashes().length; i++) {
        out.append(Integer.toHexString(table.hashes()[i])).append(' ');
        out.append(table.surprises()[i]).append('\n');
      }
    }
    return out.toString();
  }

  private static void weights(StringBuilder out, String kind, Weights weights) {
    out.append("rates ").append(kind).append(' ').append(weights.matchRate());
    out.append(' ').append(weights.homeRate()).append(' ').append(weights.namesTogether());
    out.append('\n');
    for (Attribute attribute : Attribute.all()) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        out.append("level ").append(kind).append(' ').append(attribute.label()).append(' ');
        out.append(attribute.levels().get(level)).append(' ').append(weights.match()[place]);
        out.append(' ').append(weights.random()[place]);
        out.append(' ').append(weights.home()[place]).append('\n');
      }
    }
  }

  static LinkageModel read(String text) {
    try {
      Iterator<String[]> lines = text.lines().map(line -> line.split(" ")).iterator();
      expect(String.join(" ", lines.next()).equals(HEAD));
      String[] thresholds = words(lines, "thresholds", 3);
      Weights persons = readWeights(lines, "person");
      Weights organizations = readWeights(lines, "organization");
      List<Frequencies.Table> tables = new ArrayList<>();
      for (Frequencies.Role role : Frequencies.Role.values()) {
        tables.add(readTable(lines, role));
      }
      return new LinkageModel(
          persons,
          organizations,
          new Frequencies(tables),
          Double.parseDouble(thresholds[1]),
          Double.parseDouble(thresholds[2]));
    } catch (java.util.NoSuchElementException | NumberFormatException e) {
      throw new LinkageException(
          "The text is no linkage model of version %d. Maybe it was cut or written by hand."
              .formatted(LinkageModel.FORMAT),
          e);
    }
  }

  private static Weights readWeights(Iterator<String[]> lines, String kind) {
    String[] rates = words(lines, "rates", 5);
    double[] match = Weights.table();
    double[] random = Weights.table();
    double[] home = Weights.table();
    for (Attribute attribute : Attribute.all()) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        String[] words = words(lines, "level", 7);
        expect(
            words[1].equals(kind)
                && words[2].equals(attribute.label())
                && words[3].equals(attribute.levels().get(level)));
        int place = attribute.place(level);
        match[place] = Double.parseDouble(words[4]);
        random[place] = Double.parseDouble(words[5]);
        home[place] = Double.parseDouble(words[6]);
      }
    }
    return new Weights(
        match,
        random,
        home,
        Double.parseDouble(rates[2]),
        Double.parseDouble(rates[3]),
        Double.parseDouble(rates[4]));
  }

  private static Frequencies.Table readTable(Iterator<String[]> lines, Frequencies.Role role) {
    String[] head = words(lines, "frequencies", 5);
    expect(head[1].equals(role.name()));
    int size = Integer.parseInt(head[2]);
    expect(size >= 0 && size <= 1 << 20);
    int[] hashes = new int[size];
    float[] surprises = new float[size];
    for (int i = 0; i < size; i++) {
      String[] words = lines.next();
      expect(words.length == 2);
      hashes[i] = Integer.parseUnsignedInt(words[0], 16);
      surprises[i] = Float.parseFloat(words[1]);
    }
    return new Frequencies.Table(
        hashes, surprises, Double.parseDouble(head[3]), Double.parseDouble(head[4]));
  }

  private static String[] words(Iterator<String[]> lines, String first, int count) {
    String[] words = lines.next();
    expect(words.length == count && words[0].equals(first));
    return words;
  }

  private static void expect(boolean met) {
    if (!met) {
      throw new NumberFormatException("another form was expected");
    }
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageException("This Java has no SHA-256.", e);
    }
  }
}
