package io.cornerstore.tabular;

import java.io.IOException;

/** Bytes that are not what they claim to be; its message may be shown. */
final class DamagedInput extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedInput(String message) {
    super(message);
  }
}
