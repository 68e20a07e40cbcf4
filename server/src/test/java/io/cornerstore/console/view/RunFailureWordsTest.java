package io.cornerstore.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunFailureWordsTest {

  private static final Wording ENGLISH = Wording.of(Language.ENGLISH);
  private static final Wording INDONESIAN = Wording.of(Language.INDONESIAN);

  @Test
  void reason_ofARunThatStopped_isSaidInTheLanguageOfTheReader() {
    assertThat(INDONESIAN.reason("the import was interrupted; run it again to go on"))
        .startsWith("Impor terputus.");
    assertThat(INDONESIAN.reason("DataAccessResourceFailureException"))
        .startsWith("Kesalahan di dalam (DataAccessResourceFailureException)");
    assertThat(ENGLISH.reason("in/crm.csv: there is no such file"))
        .isEqualTo("The file is not there any more.");
    assertThat(INDONESIAN.reason("in/crm.csv, line 17: a quoted field is never closed"))
        .startsWith("Berkas tidak dapat dibaca terus mulai baris 17 (")
        .doesNotContain("a quoted field");
    assertThat(INDONESIAN.reason("crm.csv.gz: the gzip data are damaged"))
        .isEqualTo(
            "Berkas tidak dapat dibaca terus (the gzip data are damaged). Yang sebelumnya sudah"
                + " masuk; perbaiki lalu jalankan impor lagi.");
  }

  @Test
  void reason_thatIsNoneOfARun_staysAsItIs() {
    assertThat(ENGLISH.reason("something: else")).isEqualTo("something: else");
    assertThat(ENGLISH.reason("the id of the row is empty"))
        .isEqualTo("the id of the row is empty");
  }
}
