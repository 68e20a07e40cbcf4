package io.cornerstore.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template says by itself: the words that remain when expressions, directives and tags are
 * taken away, and those in attributes that people hear or see.
 */
final class TemplateText {

  private static final Pattern SPOKEN =
      Pattern.compile("\\b(?:aria-label|aria-description|title|placeholder|alt)=\"([^\"]*)\"");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private final String text;

  TemplateText(String template) {
    this.text = withoutCode(template);
  }

  List<String> ownWords() {
    List<String> words = new ArrayList<>();
    Matcher spoken = SPOKEN.matcher(text);
    while (spoken.find()) {
      keep(spoken.group(1), words);
    }
    for (String between : text.split("<[^>]*>", -1)) {
      keep(between.replaceAll("&\\w+;", ""), words);
    }
    return words;
  }

  private static void keep(String candidate, List<String> words) {
    if (WORD.matcher(candidate).find()) {
      words.add(candidate.strip().replaceAll("\\s+", " "));
    }
  }

  /* Directives end their line or their bracket; expressions may hold brackets and quotes. */
  private static String withoutCode(String template) {
    String lines = template.replaceAll("(?m)^@(import|param) .*$", "");
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < lines.length()) {
      if (lines.startsWith("${", at) || lines.startsWith("!{", at)) {
        at = behind(lines, at + 1, '{', '}');
      } else if (lines.startsWith("@`", at)) {
        at += 2;
      } else if (lines.charAt(at) == '`') {
        at = lines.startsWith("`)", at) ? at + 2 : at + 1;
      } else if (lines.charAt(at) == '@') {
        at = behindDirective(lines, at, rest);
      } else {
        rest.append(lines.charAt(at++));
      }
    }
    return rest.toString();
  }

  private static int behindDirective(String lines, int at, StringBuilder rest) {
    Matcher name = Pattern.compile("@(template\\.[\\w.-]+|\\w+)").matcher(lines);
    if (!name.find(at) || name.start() != at) {
      rest.append(lines.charAt(at));
      return at + 1;
    }
    if (name.end() == lines.length() || lines.charAt(name.end()) != '(') {
      return name.end();
    }
    int content = lines.indexOf("@`", name.end());
    int end = behind(lines, name.end(), '(', ')');
    // The content of a layout is text again.
    return content >= 0 && content < end ? content + 2 : end;
  }

  private static int behind(String text, int open, char opening, char closing) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == opening) {
        depth++;
      } else if (!quoted && c == closing && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
