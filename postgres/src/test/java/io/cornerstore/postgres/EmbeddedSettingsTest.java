package io.cornerstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedSettingsTest {

  private final EmbeddedSettings settings =
      EmbeddedSettings.of("main", Path.of("data", "main"), "cornerstore");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fsync",
        "FSYNC",
        "synchronous_commit",
        "synchronous-commit",
        "full_page_writes",
        "log_statement",
        "log_min_messages",
        "listen_addresses",
        "hba_file",
        "port",
        "shared_buffers=1MB -c fsync"
      })
  void withParameter_guarded_isRefused(String parameter) {
    assertThatThrownBy(() -> settings.withParameter(parameter, "off"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(parameter);
  }

  @Test
  void withParameter_other_isKept() {
    assertThat(settings.withParameter("shared_buffers", "1GB").withParameter("max_wal_size", "4GB"))
        .extracting(EmbeddedSettings::parameters)
        .asString()
        .contains("shared_buffers=1GB", "max_wal_size=4GB");
  }

  @Test
  void constructor_impossibleValues_areRefused() {
    assertThatThrownBy(() -> settings.withPort(65_536))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.withPort(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.withStartTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EmbeddedSettings.of("main", Path.of("x"), "a\"; DROP"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void defaults_arePinned() {
    assertThat(settings.port()).isZero();
    assertThat(settings.parameters()).isEmpty();
    assertThat(settings.startTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.stopAtExit()).isTrue();
    assertThat(settings.folder()).isAbsolute();
  }

  @Test
  void platform_unknown_isRefusedClearly() {
    assertThat(Platform.of("Linux", "amd64").resource()).isEqualTo("/postgres-linux-x86_64.txz");
    assertThat(Platform.of("Linux", "aarch64").resource()).isEqualTo("/postgres-linux-arm_64.txz");
    for (String[] other : new String[][] {{"Linux", "riscv64"}, {"Mac OS X", "aarch64"}}) {
      assertThatThrownBy(() -> Platform.of(other[0], other[1]))
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining(other[0])
          .hasMessageContaining(other[1]);
    }
  }

  @Test
  void access_otherDatabase_keepsTheRest() {
    PostgresAccess access = PostgresAccess.local(5432, "shop", "s3cret");
    assertThat(access.database("stock").jdbcUrl())
        .isEqualTo(access.jdbcUrl().replace("/shop?", "/stock?"));
    assertThat(access.toString()).doesNotContain("s3cret");
  }
}
