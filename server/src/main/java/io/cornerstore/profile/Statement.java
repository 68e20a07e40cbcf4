package io.cornerstore.profile;

import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SourceRecordId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member of staff wrote down for a customer, without its content.
 *
 * @param customer whose it is now
 * @param record its entry in the log: what golden values and timeline entries name as their origin
 * @param channel {@link Channel#SERVICE_CALL} on the phone, {@link Channel#OTHER} at the counter
 * @param fields which fields it says something about; none for a note
 * @param by who wrote it, as the audit trail names them
 */
public record Statement(
    UUID id,
    CustomerId customer,
    Kind kind,
    SourceRecordId record,
    Channel channel,
    FieldSet fields,
    String by,
    Instant at,
    @Nullable Withdrawal withdrawal) {

  /** What kind of statement. The order is stored: append only. */
  public enum Kind {
    /** A value put right. */
    CORRECTION,
    /** A new customer. */
    ADDITION,
    /** Free text about the customer. */
    NOTE;

    /** The name used in the API and in message bundles. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** That it was taken back: by whom, when, why. */
  public record Withdrawal(String by, Instant at, Reason reason) {}

  /** Why a statement was taken back: a choice, because free text would tell more than it should. */
  public enum Reason {
    /** Mistyped or misheard. */
    MISTAKE("mistake"),
    /** It was about somebody else. */
    SOMEBODY_ELSE("somebody-else"),
    /** The customer does not want it kept. */
    CUSTOMER_ASKED("customer-asked"),
    /** It is not so any more. */
    OUTDATED("outdated"),
    /** It should never have been written down. */
    NOT_TO_BE_KEPT("not-to-be-kept");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The name that is stored and used in the API and in message bundles. */
    public String code() {
      return code;
    }

    /** The reason of that code, if there is one. */
    public static Optional<Reason> findByCode(String code) {
      return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
  }
}
