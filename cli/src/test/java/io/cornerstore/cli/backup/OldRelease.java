package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.io.IOException;
import java.util.List;

/** Makes databases as an older release left them. */
public final class OldRelease {

  private OldRelease() {}

  /** Runs these scripts of the program and no others. */
  public static void make(Kind kind, PostgresAccess access, List<String> scripts)
      throws IOException {
    StagedMigrations.apply(access, kind, scripts);
  }
}
