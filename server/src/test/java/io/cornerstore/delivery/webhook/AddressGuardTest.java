package io.cornerstore.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.WebhookSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private final AddressGuard guard =
      new AddressGuard(
          new WebhookSettings(
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofHours(1),
              3,
              Duration.ofDays(5),
              Duration.ofDays(30),
              false,
              false));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "ff02::1"
      })
  void address_ofNoPublicNetwork_isRefused(String address) throws IOException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    String host = address.contains(":") ? "[" + address + "]" : address;
    assertThatThrownBy(() -> guard.resolve(host)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1111"})
  void address_ofThePublicNetwork_isTaken(String address) throws IOException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "https://user:secret@hooks.example.org/",
        "https:///nohost",
        "https://a b/",
        "gopher://x",
        "https://hooks.example.org/#part",
        "//hooks.example.org",
        "javascript:1"
      })
  void url_ofAnotherKind_isRefused(String url) {
    assertThatThrownBy(() -> guard.checked(url)).isInstanceOf(WebhookRefused.class);
  }

  @Test
  void url_overTls_isTaken() {
    assertThat(guard.checked("https://hooks.example.org:8443/a?b=c").getPort()).isEqualTo(8443);
  }
}
