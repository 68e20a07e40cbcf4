package io.cornerstore.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.access.Role;
import io.cornerstore.console.view.PageFrame;
import io.cornerstore.kernel.FieldSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadersTest {

  private static Readers readers(Role role) {
    Actor staff = new Actor.Staff(new UUID(3, 1), "Kim", Set.of(role));
    return new Readers(new SignedIn(staff), new NoPurposes());
  }

  private record SignedIn(Actor actor) implements CurrentActor {
    @Override
    public Optional<Actor> find() {
      return Optional.of(actor);
    }

    @Override
    public Actor require() {
      return actor;
    }
  }

  private static final class NoPurposes implements AccessPolicy {
    @Override
    public void require(Actor actor, AccessPurpose purpose) {
      throw new AccessDeniedProblem("none");
    }

    @Override
    public FieldSet opens(Actor actor, AccessPurpose purpose) {
      return FieldSet.NONE;
    }

    @Override
    public void requireRole(Actor actor, Role role) {
      throw new AccessDeniedProblem("none");
    }
  }

  private static List<String> menu(Readers readers) {
    return readers.frame(new MockHttpServletRequest(), "menu.feeds", "feeds").menu().stream()
        .map(PageFrame.Choice::code)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGINEER", "ADMINISTRATOR"})
  void feeds_forWhoConnectsChannels_areOpenAndInTheMenu(Role role) {
    Readers readers = readers(role);

    assertThatCode(readers::requireKeeperOfFeeds).doesNotThrowAnyException();
    assertThat(menu(readers)).contains("/feeds");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVICE", "STEWARD", "MARKETER", "PRIVACY_OFFICER"})
  void feeds_forWhoServesCustomers_areClosedAndNotInTheMenu(Role role) {
    Readers readers = readers(role);

    assertThatThrownBy(readers::requireKeeperOfFeeds).isInstanceOf(AccessDeniedProblem.class);
    assertThat(menu(readers)).doesNotContain("/feeds");
  }
}
