package io.cornerstore.cli.installation;

/** Which release this is. */
public final class Release {

  /** Its version; the launcher reads it here, too. */
  public static final String VERSION = "0.1.0";

  private Release() {}
}
