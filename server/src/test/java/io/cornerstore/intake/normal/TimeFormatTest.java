package io.cornerstore.intake.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | 2010-12-01 08:26:00 | 2010-12-01T08:26:00Z",
        "'' | 2010-07-01 08:26:00 | 2010-07-01T07:26:00Z",
        "'' | 2010-07-01T08:26 | 2010-07-01T07:26:00Z",
        "'' | 2010-07-01 | 2010-06-30T23:00:00Z",
        "'' | 2010-07-01T08:26:00Z | 2010-07-01T08:26:00Z",
        "'' | 2010-07-01T08:26:00.123+02:00 | 2010-07-01T06:26:00Z",
        "'' | 2014-09-12 11:15:07.497 | 2014-09-12T10:15:07Z",
        "'' | 1285000000 | 2010-09-20T16:26:40Z",
        "'' | 1285000000000 | 2010-09-20T16:26:40Z",
        "'' | 20101201 | 2010-12-01T00:00:00Z",
        "'' | 01/12/2010 | -",
        "'' | soon | -",
        "'' | 2010-02-30 | -",
        "M/d/yyyy | 04/08/1966 | 1966-04-07T23:00:00Z",
        "M/d/yyyy | 5/14/1965 | 1965-05-13T23:00:00Z",
        "d/M/yyyy | 14/5/1965 | 1965-05-13T23:00:00Z",
        "M/d/yyyy | 14/5/1965 | -",
        "M/d/yyyy H:mm | 12/1/2010 8:26 | 2010-12-01T08:26:00Z",
        "dd.MM.yy | 01.12.10 | 2010-12-01T00:00:00Z",
        "d MMM yyyy | 1 Dec 2010 | 2010-12-01T00:00:00Z",
        "yyyyMMddHHmmss | 20101201082600 | 2010-12-01T08:26:00Z",
      })
  void text_inAFormat_isThatMoment(String format, String text, Instant moment) {
    TimeFormat formats = new TimeFormat(format.isEmpty() ? List.of() : List.of(format));

    Instant read = formats.instant(text, LONDON);

    assertThat(read == null ? null : read.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
        .isEqualTo(moment);
  }

  @Test
  void format_thatIsNone_isRefused() {
    assertThatThrownBy(() -> new TimeFormat(List.of("not a format")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
