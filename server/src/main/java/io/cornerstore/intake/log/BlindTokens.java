package io.cornerstore.intake.log;

import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.intake.log.LogEntry.Token;
import io.cornerstore.intake.normal.Emails;
import io.cornerstore.intake.normal.PersonNormalizer;
import io.cornerstore.intake.normal.PlainText;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.KeyedHash;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hashes of intake: ids of subjects and messages, and what records are found by.
 *
 * <p>E-mail, phone, order number, card and subject key are hashed at full length, because finding
 * exactly one customer needs it; whoever holds both the database and the index key sees which rows
 * are equal. The postcode, which few people share, is cut to {@value #POSTCODE_BITS} bits, so a
 * bucket holds several postcodes.
 */
public final class BlindTokens implements SubjectIds {

  static final int POSTCODE_BITS = 12;

  /** The space of anonymous subjects that a group of rows shares. */
  public static final String GROUP = "group";

  private static final char NUL = '\u0000';

  private final KeyedHash hash;

  /** Over the vault's hashes. */
  public BlindTokens(KeyedHash hash) {
    this.hash = hash;
  }

  /** The subject that a source knows by this key. */
  public SubjectId subject(String source, String key) {
    return new SubjectId(hash.full("subject", source + NUL + key));
  }

  /** A subject without a key: of a group of rows, of one message, of a feed's quarantine. */
  public SubjectId subject(String source, String space, String key) {
    return new SubjectId(hash.full("subject", source + NUL + NUL + space + NUL + key));
  }

  @Override
  public SubjectId ofKey(SourceSystem source, String key) {
    return subject(source.code(), key);
  }

  @Override
  public SubjectId ofGroup(SourceSystem source, String group) {
    return subject(source.code(), GROUP, group);
  }

  /** The receipt of a message id. */
  public UUID message(String source, String id) {
    return hash.full("message", source + NUL + id);
  }

  /** The receipt of something that has no id of its own. */
  public UUID message(String source, String space, String text) {
    return hash.full("message", source + NUL + NUL + space + NUL + text);
  }

  /** The id of a thing that is replaced, within its feed. */
  public UUID item(String source, String feed, String key) {
    return hash.full("item", source + NUL + feed + NUL + key);
  }

  /** What a value of a person can be found by. */
  public Optional<Token> of(PersonalValue value) {
    return switch (value.field()) {
      case EMAIL -> Optional.of(token(LookupField.EMAIL, value.value()));
      case PHONE ->
          Optional.of(
              token(
                  LookupField.PHONE,
                  value.quality() == Quality.DOUBTFUL ? digits(value.value()) : value.value()));
      case POSTAL_CODE -> Optional.of(token(LookupField.POSTAL_CODE, value.value()));
      case LOYALTY_CARD -> Optional.of(token(LookupField.LOYALTY_CARD, value.value()));
      default -> Optional.empty();
    };
  }

  /** The index entry of a normal value. */
  public Token token(LookupField field, String normal) {
    UUID token =
        switch (field) {
          case EMAIL -> hash.full("email", normal);
          case PHONE -> hash.full("phone", normal);
          case ORDER -> hash.full("order", code(normal));
          case LOYALTY_CARD -> hash.full("loyalty-card", code(normal));
          case SUBJECT_KEY ->
              throw new IllegalArgumentException("subjects are found by their own id");
          case POSTAL_CODE -> new UUID(0, hash.truncated("postcode", code(normal), POSTCODE_BITS));
        };
    return new Token(field, token);
  }

  /** The index entry of a value as somebody types it. */
  Token search(
      LookupField field, String typed, PersonNormalizer normalizer, @Nullable String country) {
    String text = PlainText.clean(typed);
    return switch (field) {
      case EMAIL -> token(field, Emails.normal(text));
      case PHONE -> {
        var phone = normalizer.phone(text, country);
        yield token(
            field, phone.quality() == Quality.DOUBTFUL ? digits(phone.value()) : phone.value());
      }
      case ORDER, LOYALTY_CARD, SUBJECT_KEY, POSTAL_CODE -> token(field, text);
    };
  }

  private static String code(String text) {
    return text.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9+]", "");
  }
}
