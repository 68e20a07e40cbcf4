package io.cornerstore.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.console.view.Language;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTest {

  private static Language of(String header, Cookie... cookies) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, header);
    request.setCookies(cookies);
    return Languages.of(request).language();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id|INDONESIAN",
        "id-ID,id;q=0.9,en-US;q=0.8|INDONESIAN",
        "in|INDONESIAN",
        "en-GB,id;q=0.5|ENGLISH",
        "en;q=0.3,id;q=0.9|INDONESIAN",
        "fr,id;q=0.4|INDONESIAN",
        "id;q=0,en|ENGLISH",
        "fr-CA,de|ENGLISH",
        "*|ENGLISH",
        "!!;q=x|ENGLISH"
      })
  void language_nothingChosen_isWhatTheBrowserAsksFor(String header, Language expected) {
    assertThat(of(header)).isEqualTo(expected);
  }

  @Test
  void language_chosen_beatsTheBrowser() {
    assertThat(of("en", new Cookie("cornerstore-language", "id"))).isEqualTo(Language.INDONESIAN);
  }

  @Test
  void language_cookieOfNoLanguage_isLeftAside() {
    assertThat(of("id", new Cookie("cornerstore-language", "tlh"))).isEqualTo(Language.INDONESIAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/feeds", "/customers/00000000-0000-7000-8000-000000000000/match"})
  void back_ownPage_isKept(String path) {
    assertThat(Languages.back(path)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "",
        "/feeds?x=y"
      })
  void back_anythingElse_isTheFirstPage(String path) {
    assertThat(Languages.back(path)).hasToString("/");
  }
}
