package io.cornerstore.access.web.provider;

/** The provider does not answer, or not with its configuration. */
final class ProviderDown extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProviderDown(String message, Throwable cause) {
    super(message, cause);
  }

  ProviderDown(String message) {
    super(message);
  }
}
