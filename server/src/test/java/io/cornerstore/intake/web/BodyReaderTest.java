package io.cornerstore.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyReaderTest {

  private static MockHttpServletRequest request(byte[] body) {
    var request = new MockHttpServletRequest("POST", "/v1/batch");
    request.setContent(body);
    return request;
  }

  @Test
  void read_moreThanAllMayHaveTogether_isBusy_andNothingStaysHeld() throws IOException {
    BodyReader reader = new BodyReader(100_000);
    reader.read(
        request(new byte[60_000]),
        _ -> {
          assertThat(reader.held()).isEqualTo(60_000);
          assertThatThrownBy(() -> reader.read(request(new byte[60_000]), _ -> {}))
              .isInstanceOfSatisfying(
                  CallRefused.class, e -> assertThat(e.status()).isEqualTo(429));
          assertThat(reader.held()).isEqualTo(60_000);
        });
    assertThat(reader.held()).isZero();
  }

  @Test
  void read_failingUse_releases() {
    BodyReader reader = new BodyReader(100_000);
    assertThatThrownBy(() ->
            reader.read(
                request(EventsClient.gzip(new byte[50_000])),
                _ -> {
                  throw new IOException("gone");
                }))
        .isInstanceOf(IOException.class);
    assertThat(reader.held()).isZero();
  }
}
