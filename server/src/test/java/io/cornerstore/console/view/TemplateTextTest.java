package io.cornerstore.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTextTest {

  @Test
  void ownWords_templateWithWords_areFoundInTextAndAttributes() {
    String template =
        """
        @import a.B
        @param B page
        @template.layout(frame = page.frame(), content = @`
        <h1 class="big title" aria-label="Hear this">${words.text("a.b")} See this</h1>
        @if(page.size() > 1)<p title="${words.text("x", page.name("q)"))}">and ${page.n()} that</p>@endif
        `)
        """;

    assertThat(new TemplateText(template).ownWords())
        .containsExactly("Hear this", "See this", "and that");
  }

  @Test
  void ownWords_templateOfMessages_areNone() {
    String template =
        """
        @param B page
        @for(var one : page.all())<li class="${one.chosen() ? "on" : ""}">${one.words()} · </li>@endfor
        @template.part(page = page, title = words.text("a.b"))
        """;

    assertThat(new TemplateText(template).ownWords()).isEmpty();
  }
}
