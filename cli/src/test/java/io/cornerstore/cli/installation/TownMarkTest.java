package io.cornerstore.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.cli.terminal.UserMistake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownMarkTest {

  @Test
  void ownImport_intoTheFolderOfADemo_isRefused(@TempDir Path folder) throws Exception {
    TownMark demo = new TownMark(folder);
    assertThatCode(demo::requireNone).doesNotThrowAnyException();

    demo.requireSame(400, 7);

    assertThatThrownBy(demo::requireNone)
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("--data FOLDER");
  }

  @Test
  void folders_whenNoneIsNamed_areNotShared() {
    DataOptions none = new DataOptions();

    assertThat(none.named()).isFalse();
    if (System.getenv("CORNERSTORE_DATA") == null) {
      assertThat(none.folder("data-demo")).isNotEqualTo(none.folder());
    }
  }
}
