package io.cornerstore.profile.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something written down at the counter, without its content. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementJson(
    UUID id,
    String kind,
    long record,
    String channel,
    List<String> fields,
    String by,
    Instant at,
    @Nullable WithdrawalJson withdrawal) {

  /** That it was taken back. */
  public record WithdrawalJson(String by, Instant at, String reason) {}

  /** As the API answers it. */
  public static StatementJson of(Statement statement) {
    Statement.Withdrawal withdrawal = statement.withdrawal();
    return new StatementJson(
        statement.id(),
        statement.kind().code(),
        statement.record().value(),
        statement.channel() == Channel.SERVICE_CALL ? "phone" : "counter",
        statement.fields().fields().stream().map(PersonalField::token).toList(),
        statement.by(),
        statement.at(),
        withdrawal == null
            ? null
            : new WithdrawalJson(withdrawal.by(), withdrawal.at(), withdrawal.reason().code()));
  }
}
