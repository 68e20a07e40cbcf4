package io.cornerstore.console;

/** There is nothing under this address, or nothing that may be shown: both look the same. */
final class NoSuchPage extends RuntimeException {

  private static final long serialVersionUID = 1;
}
