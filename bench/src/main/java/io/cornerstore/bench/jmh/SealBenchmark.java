package io.cornerstore.bench.jmh;

import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.log.DocumentCodec;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.sealing.CipherDesks;
import io.cornerstore.vault.sealing.DataKey;
import io.cornerstore.vault.sealing.SubjectKeyring;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record's document: to bytes and back, sealed and opened. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SealBenchmark {

  private static final String PLACE = "intake.source_record.document";

  private final SubjectId subject = new SubjectId(new UUID(7, 9));
  private final SourceDocument document =
      new SourceDocument(
          "c17",
          List.of(
              value(PersonalField.GIVEN_NAME, "Kim"),
              value(PersonalField.FAMILY_NAME, "Lormaber"),
              value(PersonalField.BIRTH_DATE, "1980-05-17"),
              value(PersonalField.EMAIL, "kim.lormaber@example.org"),
              value(PersonalField.PHONE, "+12015550117"),
              value(PersonalField.STREET_ADDRESS, "17 Kelloro Road"),
              value(PersonalField.LOCALITY, "Merfera Falls"),
              value(PersonalField.POSTAL_CODE, "10017")),
          null,
          Map.of("note", "prefers the morning ".repeat(12)));
  private final Keyring keyring = keyring(subject);
  private final byte[] plain = DocumentCodec.encode(document);
  private final byte[] sealed = keyring.seal(subject, PLACE, plain);

  private static PersonalValue value(PersonalField field, String text) {
    return new PersonalValue(field, text, text, Quality.VALID);
  }

  private static Keyring keyring(SubjectId subject) {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[32];
    random.nextBytes(key);
    return new SubjectKeyring(Map.of(subject, new DataKey(1, key, 0)), new CipherDesks(random));
  }

  @Benchmark
  public byte[] encode() {
    return DocumentCodec.encode(document);
  }

  @Benchmark
  public SourceDocument decode() {
    return DocumentCodec.decode(plain);
  }

  @Benchmark
  public byte[] seal() {
    return keyring.seal(subject, PLACE, plain);
  }

  @Benchmark
  public byte[] open() {
    return keyring.open(subject, PLACE, sealed);
  }
}
