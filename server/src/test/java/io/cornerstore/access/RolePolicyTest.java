package io.cornerstore.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.kernel.PersonalField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole matrix: each role and machine, each purpose, each field. */
class RolePolicyTest {

  private static final Set<PersonalField> ALL = EnumSet.allOf(PersonalField.class);
  private static final Set<PersonalField> NONE = EnumSet.noneOf(PersonalField.class);
  private static final Set<PersonalField> COARSE =
      EnumSet.of(
          PersonalField.SEX,
          PersonalField.LOCALITY,
          PersonalField.REGION,
          PersonalField.POSTAL_CODE,
          PersonalField.COUNTRY,
          PersonalField.LANGUAGE);

  private static final List<AccessPurpose> PURPOSES =
      List.of(
          AccessPurpose.SERVICE,
          AccessPurpose.STEWARDSHIP,
          AccessPurpose.ANALYSIS,
          AccessPurpose.OPERATION,
          AccessPurpose.PRIVACY,
          AccessPurpose.COUNTER,
          new AccessPurpose("curiosity"));

  /** Rows: role; columns in the order of PURPOSES: '-' may not name it, else what it opens. */
  private static final String STAFF =
      """
      SERVICE          all  -    -      -    -    none -
      STEWARD          -    all  -      -    -    none -
      MARKETER         -    -    coarse -    -    -    -
      PRIVACY_OFFICER  -    -    -      -    all  none -
      ENGINEER         -    -    -      none -    -    -
      ADMINISTRATOR    -    -    -      -    -    -    -
      """;

  private static final String KEYS =
      """
      SERVICE          all  -    -      -    -    -    -
      COUNTER          -    -    -      -    -    none -
      STEWARDSHIP      -    all  -      -    -    -    -
      ANALYSIS         -    -    coarse -    -    -    -
      PRIVACY          -    -    -      -    all  -    -
      WRITE            -    -    -      -    -    -    -
      METRICS          -    -    -      -    -    -    -
      OPERATION        -    -    -      all  -    -    -
      """;

  private final AccessPolicy policy = new RolePolicy();

  static Stream<Arguments> staff() {
    return STAFF
        .lines()
        .map(line -> line.split("\\s+"))
        .flatMap(cells ->
            cells(
                new Actor.Staff(new UUID(0, 1), "Nobody", Set.of(Role.valueOf(cells[0]))), cells));
  }

  static Stream<Arguments> keys() {
    return KEYS.lines()
        .map(line -> line.split("\\s+"))
        .flatMap(cells -> {
          var purposes = ApiScope.valueOf(cells[0]).findPurpose().stream().toList();
          return cells(new Actor.Machine("key", Set.copyOf(purposes)), cells);
        });
  }

  static Stream<Arguments> product() {
    return cells(new Actor.Machine("resolver"), "resolver - - - all - - -".split(" "));
  }

  private static Stream<Arguments> cells(Actor actor, String[] cells) {
    return IntStream.range(0, PURPOSES.size())
        .mapToObj(i -> Arguments.of(cells[0], actor, PURPOSES.get(i), cells[i + 1]));
  }

  @ParameterizedTest(name = "{0} for {2}: {3}")
  @MethodSource({"staff", "keys", "product"})
  void policy_eachActorAndPurpose_opensWhatTheTableSays(
      String name, Actor actor, AccessPurpose purpose, String cell) {
    if (cell.equals("-")) {
      assertThatThrownBy(() -> policy.require(actor, purpose))
          .as(name)
          .isInstanceOf(AccessDeniedProblem.class);
    } else {
      assertThatCode(() -> policy.require(actor, purpose)).as(name).doesNotThrowAnyException();
    }
    Set<PersonalField> opened =
        switch (cell) {
          case "all" -> ALL;
          case "coarse" -> COARSE;
          case "none", "-" -> NONE;
          default -> throw new IllegalArgumentException(cell);
        };
    for (PersonalField field : PersonalField.values()) {
      assertThat(policy.opens(actor, purpose).has(field))
          .as(field.token())
          .isEqualTo(opened.contains(field));
    }
  }

  @Test
  void tables_nameEveryRoleAndScope() {
    assertThat(STAFF.lines().map(line -> line.split("\\s+")[0]))
        .containsExactlyInAnyOrder(Stream.of(Role.values()).map(Enum::name).toArray(String[]::new));
    assertThat(KEYS.lines().map(line -> line.split("\\s+")[0]))
        .containsExactlyInAnyOrder(
            Stream.of(ApiScope.values()).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void opens_severalRoles_eachPurposeOnItsOwn() {
    var both = new Actor.Staff(new UUID(0, 1), "Both", Set.of(Role.SERVICE, Role.MARKETER));
    assertThat(policy.opens(both, AccessPurpose.SERVICE).fields()).isEqualTo(ALL);
    assertThat(policy.opens(both, AccessPurpose.ANALYSIS).fields()).isEqualTo(COARSE);
  }

  @Test
  void requireRole_machineOrOtherRole_isRefused() {
    var steward = new Actor.Staff(new UUID(0, 1), "S", Set.of(Role.STEWARD));
    assertThatCode(() -> policy.requireRole(steward, Role.STEWARD)).doesNotThrowAnyException();
    assertThatThrownBy(() -> policy.requireRole(steward, Role.ADMINISTRATOR))
        .isInstanceOf(AccessDeniedProblem.class);
    assertThatThrownBy(() -> policy.requireRole(new Actor.Machine("m"), Role.STEWARD))
        .isInstanceOf(AccessDeniedProblem.class);
  }
}
