package io.cornerstore.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonLayoutTest {
  @TempDir private Path folder;

  private JsonValue again(Object document) throws Exception {
    Path file = folder.resolve("t.json");
    Files.writeString(file, JsonLayout.write(document));
    return JsonReading.read(file);
  }

  @Test
  void write_numbersAndTexts_areReadAgainBitForBit() throws Exception {
    Random random = new Random(3);
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      numbers.add(
          i % 2 == 0 ? random.nextDouble() * Math.pow(10, i % 30 - 20) : random.nextFloat());
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("a \"quoted\"\nname", numbers);
    document.put("text", "tab\t back\\slash \u0001 ü");
    JsonValue read = again(document);
    List<JsonValue> items = read.get("a \"quoted\"\nname").items();
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) instanceof Float number) {
        assertThat((float) items.get(i).number()).isEqualTo(number);
      } else {
        assertThat(items.get(i).number()).isEqualTo(numbers.get(i));
      }
    }
    assertThat(read.get("text").text()).isEqualTo("tab\t back\\slash \u0001 ü");
  }

  @Test
  void write_smallThings_standOnOneLine() {
    Map<String, Object> level = new LinkedHashMap<>();
    level.put("level", "exact");
    level.put("m", .5);
    assertThat(JsonLayout.write(Map.of("levels", List.of(level))))
        .isEqualTo(
            """
            {
              "levels": [
                {"level": "exact", "m": 0.5}
              ]
            }
            """);
  }
}
