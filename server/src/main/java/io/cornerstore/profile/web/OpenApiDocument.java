package io.cornerstore.profile.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API (OpenAPI 3.1), as it is written and as JSON. */
@RestController
final class OpenApiDocument {

  private static final MediaType YAML =
      new MediaType("application", "yaml", StandardCharsets.UTF_8);

  private final String yaml;
  private final String json;

  OpenApiDocument(JsonMapper mapper) {
    try (InputStream stream =
        Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream("/openapi.yaml"))) {
      yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    json = mapper.writeValueAsString(document);
  }

  @GetMapping("/openapi.yaml")
  ResponseEntity<String> yaml() {
    return ResponseEntity.ok().contentType(YAML).body(yaml);
  }

  @GetMapping("/openapi.json")
  ResponseEntity<String> json() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
  }
}
