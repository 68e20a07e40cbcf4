package io.cornerstore.cli.link.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void text_anyCharacters_neverEndWhereTheyStand() {
    Random random = new Random(71);
    String parts = "<>&\"'`=/!-]a \n\t\u0000\u0008\u202E\uD83D\uDE00\uFFFF";
    for (int round = 0; round < 2000; round++) {
      StringBuilder hostile = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        hostile.append(parts.charAt(random.nextInt(parts.length())));
      }
      String value = hostile.toString();
      String page = new Html().element("p", value, "title", value).toString();
      String inside = page.substring("<!doctype html>\n<p title=\"".length());
      String attribute = inside.substring(0, inside.indexOf('"'));
      String text = inside.substring(inside.indexOf("\">") + 2, inside.indexOf("</p>"));
      assertThat(attribute).isEqualTo(text).doesNotContain("<", ">", "\"", "'", "\u0000");
      assertThat(unescaped(text)).isEqualTo(printable(value));
    }
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String printable(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .forEach(c -> {
          boolean bad = (c < 32 && c != '\n' && c != '\t') || (c >= 0xD800 && c < 0xE000);
          out.appendCodePoint(bad || c == 0xFFFF ? 0xFFFD : c);
        });
    return out.toString();
  }

  @Test
  void page_elementLeftOpen_isRefused() {
    assertThatThrownBy(() -> new Html().open("p").toString())
        .isInstanceOf(IllegalStateException.class);
  }
}
