package io.cornerstore.profile.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Every kind of error the HTTP interfaces answer (RFC 9457). The slug is the last part of the
 * type's URI, which the server itself answers with {@link #explanation}. Slugs are a promise:
 * append only.
 */
public enum ProblemType {
  INVALID_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request is not valid",
      "Something in the body, the path, the query or a header is missing, unknown or out of range."
          + " The member \"errors\" lists every mistake with its place."),
  PURPOSE_REQUIRED(
      HttpStatus.BAD_REQUEST,
      "A purpose is required",
      "Personal data are read for a purpose. Send the header X-Purpose with one of service,"
          + " stewardship, analysis or privacy, whichever the key or role may name."),
  SIGN_IN_REQUIRED(
      HttpStatus.UNAUTHORIZED,
      "Sign-in required",
      "Present an API key as \"Authorization: Bearer …\", or sign in first."),
  UNKNOWN_KEY(
      HttpStatus.UNAUTHORIZED,
      "Unknown key",
      "There is no such API key, or it was disabled. Keys are issued by engineers and"
          + " administrators."),
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN,
      "Not allowed",
      "The key or role may not do this, or not for this purpose. Maybe it lacks a scope or role?"),
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "Not found",
      "There is nothing under this address. Ids of customers that were merged away keep working;"
          + " maybe the id was mistyped?"),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "Method not allowed",
      "The address exists but does not answer this method. The header Allow lists those it does."),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "Not acceptable",
      "The API answers application/json and application/problem+json."),
  DECISION_REFUSED(
      HttpStatus.CONFLICT,
      "The decision cannot be carried out",
      "The customers or subjects are not as the request assumes: merged already, moved since, of"
          + " different kinds, or taken back before. Read the customer again and decide anew."),
  STATEMENT_REFUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "What was said cannot be written down",
      "A value is malformed, or a text holds what must not be kept: card numbers, national ids, words"
          + " about health, religion, origin, politics, or abuse. The member \"errors\" says which"
          + " field, what kind, and where in the text. Nothing was kept."),
  LOOKALIKES_FIRST(
      HttpStatus.CONFLICT,
      "Somebody is there already who looks like this customer",
      "Show the customers named in the detail (POST /api/v1/lookalikes describes them). If it is none"
          + " of them, send the request again with their ids in \"notThese\" and another idempotency"
          + " key."),
  FEED_REFUSED(
      HttpStatus.CONFLICT,
      "The feed does not allow this",
      "The import, row or mapping is not as the request assumes: undone or settled before, of"
          + " another feed, or without what is needed to read it again. The detail says which."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is too large",
      "Bodies of this API have at most 64 KiB."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "Unsupported media type",
      "Send bodies as application/json in UTF-8."),
  IDEMPOTENCY_KEY_REQUIRED(
      HttpStatus.BAD_REQUEST,
      "An idempotency key is required",
      "Send the header Idempotency-Key with 1 to 255 printable ASCII characters, a new one for each"
          + " decision: a request sent twice with one key is carried out once."),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The idempotency key was used for something else",
      "A key stands for one request. Send another key with another request."),
  TOO_MANY_REQUESTS(
      HttpStatus.TOO_MANY_REQUESTS,
      "Too many requests",
      "Wait as long as the header Retry-After says, in seconds."),
  INTERNAL(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong here",
      "The fault is ours and is in the log under the correlation id. Nothing was half done; it is"
          + " safe to try again with the same idempotency key."),
  UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Not available at the moment",
      "The server is starting, loading its index, or cannot reach its database. Try again in a few"
          + " seconds.");

  private final HttpStatus status;
  private final String title;
  private final String explanation;

  ProblemType(HttpStatus status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** What it means and what to do, for the page under its URI. */
  String explanation() {
    return explanation;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ProblemType> findBySlug(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The type for a status that was set elsewhere. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> SIGN_IN_REQUIRED;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> DECISION_REFUSED;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> TOO_MANY_REQUESTS;
      case 503 -> UNAVAILABLE;
      default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL;
    };
  }
}
