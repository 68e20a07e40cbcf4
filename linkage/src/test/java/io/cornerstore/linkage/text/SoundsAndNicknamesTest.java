package io.cornerstore.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsAndNicknamesTest {
  @ParameterizedTest
  @CsvSource({
    "smith,smyth", "stephen,steven", "philip,filip", "catherine,katherine", "meyer,maier",
    "soekarno,sukarno", "djoko,joko", "thompson,tompson", "knight,night", "johnson,jonson"
  })
  void code_namesThatSoundAlike_areEqual(String a, String b) {
    assertThat(code(a)).isEqualTo(code(b));
  }

  @ParameterizedTest
  @CsvSource({"smith,brown", "anna,otto", "santoso,wijaya", "miller,nelson", "rose,bond"})
  void code_otherNames_differ(String a, String b) {
    assertThat(code(a)).isNotEqualTo(code(b));
  }

  @Test
  void code_anyText_isDefined() {
    assertThat(code("")).isZero();
    qt().forAll(strings().allPossible().ofLengthBetween(0, 40)).check(text -> code(text) >= 0);
  }

  @ParameterizedTest
  @CsvSource({
    "william,bill", "robert,bob", "elizabeth,liz", "margaret,peggy", "muhammad,mohamed",
    "johannes,hans", "katarzyna,kasia", "agoes,agus", "giuseppe,joe", "richard,dick"
  })
  void meet_formsOfOneName_share(String a, String b) {
    assertThat(meet(a, b)).isTrue();
    assertThat(meet(b, a)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"william,robert", "mary,john", "bill,bob", "nobody,nothing", "anna,otto"})
  void meet_otherNames_doNot(String a, String b) {
    assertThat(meet(a, b)).isFalse();
  }

  @Test
  void groupsOf_ambiguousNickname_standsInSeveral() {
    assertThat(meet("alex", "alexander")).isTrue();
    assertThat(meet("alex", "alexandra")).isTrue();
    assertThat(meet("alexander", "alexandra")).as("by way of sandy or sasha only").isFalse();
  }

  @Test
  void groupsOf_unknownName_isNone() {
    assertThat(Nicknames.standard().groupsOf("xyzzy")).isZero();
  }

  private static boolean meet(String a, String b) {
    Nicknames table = Nicknames.standard();
    return Nicknames.meet(table.groupsOf(a), table.groupsOf(b));
  }

  private static int code(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return Phonetic.code(bytes, 0, bytes.length);
  }
}
