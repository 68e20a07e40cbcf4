package io.cornerstore.bench;

import java.nio.charset.StandardCharsets;

/**
 * Calls of a web shop: one event in twenty is somebody who says who they are, the others are pages
 * of products that known people look at. People who follow each other are different ones, as in
 * what a shop's server sends. Events are numbered, and the number is in their message id.
 *
 * @param people how many the shop knows
 */
record EventBodies(int people) {

  private static final int SAID_EVERY = 20;

  /** A call and the path it goes to. */
  record Call(String path, byte[] body, int events) {}

  /** Everybody from this number on says who they are. */
  Call introductions(long first, int count) {
    StringBuilder body = new StringBuilder(count * 220).append("{\"batch\":[");
    for (int i = 0; i < count; i++) {
      identify(body.append(i == 0 ? "" : ","), first + i, (first + i) % people);
    }
    return call("/v1/batch", body.append("]}"), count);
  }

  /** One event is sent alone, more as a batch. */
  Call call(long first, int count) {
    if (count == 1) {
      StringBuilder body = new StringBuilder(220);
      return event(body, first) ? call("/v1/identify", body, 1) : call("/v1/track", body, 1);
    }
    StringBuilder body = new StringBuilder(count * 220).append("{\"batch\":[");
    for (int i = 0; i < count; i++) {
      event(body.append(i == 0 ? "" : ","), first + i);
    }
    return call("/v1/batch", body.append("]}"), count);
  }

  private static Call call(String path, StringBuilder body, int events) {
    return new Call(path, body.toString().getBytes(StandardCharsets.US_ASCII), events);
  }

  private boolean event(StringBuilder to, long number) {
    boolean said = number % SAID_EVERY == 0;
    if (said) {
      identify(to, number, number / SAID_EVERY % people);
    } else {
      track(to, "m" + number, "u" + number * 7_919 % people, "P" + number % 500);
    }
    return said;
  }

  private static void identify(StringBuilder to, long number, long user) {
    to.append("{\"type\":\"identify\",\"messageId\":\"m")
        .append(number)
        .append("\",\"userId\":\"u")
        .append(user)
        .append("\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"traits\":{\"firstName\":\"Kim\",")
        .append("\"lastName\":\"Lorma")
        .append(letters(user))
        .append("\",\"email\":\"kim.")
        .append(user)
        .append("@example.org\"}}");
  }

  private static void track(StringBuilder to, String message, String user, String product) {
    to.append("{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"")
        .append(message)
        .append("\",\"userId\":\"")
        .append(user)
        .append("\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"properties\":{\"product_id\":\"")
        .append(product)
        .append("\",\"name\":\"Thing\",\"price\":9.9}}");
  }

  /** A probe that somebody new says who they are. */
  static byte[] newcomer(String id, String email) {
    StringBuilder body = new StringBuilder(200);
    body.append("{\"messageId\":\"")
        .append(id)
        .append("\",\"userId\":\"")
        .append(id)
        .append("\",\"traits\":{\"email\":\"")
        .append(email)
        .append("\",\"name\":\"Probe ")
        .append(letters(id.hashCode() & 0xFFFFFF))
        .append("\"}}");
    return body.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** A probe that a known person looks at a product. */
  static byte[] visit(String id, String user, String product) {
    StringBuilder body = new StringBuilder(200);
    track(body, id, user, product);
    return body.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** A number as letters, since names with digits in them are no names. */
  private static String letters(long number) {
    StringBuilder letters = new StringBuilder(6);
    for (long rest = number; letters.isEmpty() || rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.toString();
  }
}
