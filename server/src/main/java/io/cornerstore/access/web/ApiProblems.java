package io.cornerstore.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of the JSON API as problem details (RFC 9457), before any controller is reached. */
final class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;

  ApiProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        request,
        response,
        new Refusal(
            HttpStatus.UNAUTHORIZED,
            "sign-in-required",
            "Sign-in required",
            "Present an API key as a bearer token, or sign in first."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    write(
        request,
        response,
        new Refusal(
            HttpStatus.FORBIDDEN,
            "not-allowed",
            "Not allowed",
            "This key, role or form may not do that. Maybe the key lacks a scope?"));
  }

  void unknownKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    write(
        request,
        response,
        new Refusal(
            HttpStatus.UNAUTHORIZED,
            "unknown-key",
            "Unknown key",
            "There is no such API key, or it was disabled."));
  }

  /** Answers 429; {@code wait} is told in whole seconds, at least one. */
  void tooMany(
      HttpServletRequest request, HttpServletResponse response, Duration wait, String detail)
      throws IOException {
    long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    write(
        request,
        response,
        new Refusal(
            HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail));
  }

  private record Refusal(HttpStatus status, String slug, String title, String detail) {}

  private void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    URI type =
        ServletUriComponentsBuilder.fromContextPath(request)
            .path("/problems/" + refusal.slug())
            .build()
            .toUri();
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", type.toString());
    problem.put("title", refusal.title());
    problem.put("status", refusal.status().value());
    problem.put("detail", refusal.detail());
    byte[] body = json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(refusal.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
