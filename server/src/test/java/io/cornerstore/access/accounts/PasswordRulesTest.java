package io.cornerstore.access.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.PasswordRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tr0ub4dor&3",
        "fourteen chars",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "abcdefghijklmnopqrst",
        "98765432109876543210",
        "passwordpassword1",
        "Password1234567890!",
        "CornerstoreAdmin2026",
        "summer2026summer2026",
        "dewi.kusuma2026!!",
        "qwertzuiopasdfgh123"
      })
  void require_easyToGuess_isRefused_withoutRepeatingIt(String password) {
    assertThatThrownBy(() -> rules.require(password, "dewi.kusuma"))
        .isInstanceOf(PasswordRefused.class)
        .hasMessageNotContaining(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "kucing payung gunung teh",
        "k7dm-q2xw-94np-hsvc-8tzr",
        "no capitals nor digits needed",
        "清风明月石竹梅兰菊松柏江河湖海",
        "83920174650918273645"
      })
  void require_longAndUncommon_isAcceptedWhateverItIsMadeOf(String password) {
    assertThatCode(() -> rules.require(password, "dewi.kusuma")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 256})
  void require_long_isAccepted(int length) {
    String password = "grau wolke teller baum fluss nagel ".repeat(8).substring(0, length);
    assertThatCode(() -> rules.require(password, "x")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 14, 257, 100_000})
  void require_tooShortOrAbsurdlyLong_isRefused(int length) {
    assertThatThrownBy(() -> rules.require("ag".repeat(length).substring(0, length), "x"))
        .isInstanceOf(PasswordRefused.class);
  }
}
