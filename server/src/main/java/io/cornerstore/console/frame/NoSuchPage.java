package io.cornerstore.console.frame;

/** There is nothing under this address, or nothing that may be shown: both look the same. */
public final class NoSuchPage extends RuntimeException {

  private static final long serialVersionUID = 1;
}
