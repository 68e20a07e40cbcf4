package io.cornerstore.access.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.savedrequest.RequestCache;

/** Another way for people to sign in, beside name and password. */
public interface SignInDoor {

  /**
   * Adds it to the chain of the pages.
   *
   * @param wanted the page that somebody asked for before they were sent to sign in
   */
  void addTo(HttpSecurity http, RequestCache wanted);
}
