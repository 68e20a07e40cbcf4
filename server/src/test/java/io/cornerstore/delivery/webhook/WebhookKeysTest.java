package io.cornerstore.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import io.cornerstore.delivery.webhook.WebhookKeys.Signed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WebhookKeysTest {

  private static final Signed VECTOR =
      new Signed("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");

  /** The vector that the specification's reference libraries publish. */
  @Test
  void symmetric_publishedVector_isReproduced() {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(WebhookKeys.symmetric(key, VECTOR))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  /** The seed and public key of RFC 8032, section 7.1, test 1. */
  @Test
  void asymmetric_keyOfTheRfc_isVerifiedByItsPublicKey() throws Exception {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] known =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assertThat(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey()).isEqualTo(known);

    String signature = WebhookKeys.asymmetric(seed, VECTOR);

    assertThat(signature).startsWith("v1a,");
    new Ed25519Verify(known)
        .verify(
            Base64.getDecoder().decode(signature.substring(4)),
            "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"
                .getBytes(StandardCharsets.UTF_8));
  }
}
