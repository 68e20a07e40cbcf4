package io.cornerstore.console.frame;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.access.Role;
import io.cornerstore.console.view.PageFrame;
import io.cornerstore.console.view.PageFrame.Choice;
import io.cornerstore.console.view.Wording;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Finds the reader of a request. The purpose is chosen once in the head of the page and kept in the
 * session; until then it is the first one the roles allow.
 */
public final class Readers {

  private static final String PURPOSE = Readers.class.getName() + ".purpose";
  private static final List<AccessPurpose> PURPOSES =
      List.of(
          AccessPurpose.SERVICE,
          AccessPurpose.STEWARDSHIP,
          AccessPurpose.ANALYSIS,
          AccessPurpose.PRIVACY);

  private static final Set<Role> KEEPERS_OF_FEEDS = EnumSet.of(Role.ENGINEER, Role.ADMINISTRATOR);

  private final CurrentActor current;
  private final AccessPolicy policy;

  Readers(CurrentActor current, AccessPolicy policy) {
    this.current = current;
    this.policy = policy;
  }

  /** The reader; throws {@link AccessDeniedProblem} when no purpose is open to the roles. */
  public Reader of(HttpServletRequest request) {
    Actor.Staff staff = staff();
    List<AccessPurpose> open = open(staff);
    if (open.isEmpty()) {
      throw new AccessDeniedProblem("none of your roles may read customers");
    }
    HttpSession session = request.getSession(false);
    Object chosen = session == null ? null : session.getAttribute(PURPOSE);
    AccessPurpose purpose =
        open.stream().filter(one -> one.code().equals(chosen)).findFirst().orElse(open.getFirst());
    return new Reader(staff, purpose, words(request));
  }

  /** The reader as a steward: opening the review is choosing its purpose. */
  public Reader settling(HttpServletRequest request) {
    policy.requireRole(staff(), Role.STEWARD);
    choose(request, AccessPurpose.STEWARDSHIP.code());
    return of(request);
  }

  /** Whether the roles of who is signed in allow this purpose. */
  public boolean mayChoose(AccessPurpose purpose) {
    return allowed(staff(), purpose);
  }

  /** Throws {@link AccessDeniedProblem} unless somebody who connects channels is at the screen. */
  public void requireKeeperOfFeeds() {
    if (Collections.disjoint(staff().roles(), KEEPERS_OF_FEEDS)) {
      throw new AccessDeniedProblem("feeds are for engineers and administrators");
    }
  }

  /** Whether the roles of who is signed in open any customer. */
  public boolean mayRead() {
    return !open(staff()).isEmpty();
  }

  /** Whether the roles of who is signed in allow to write down what a customer says. */
  public boolean mayWrite() {
    return allowed(staff(), AccessPurpose.COUNTER);
  }

  /** Throws {@link AccessDeniedProblem} unless they do. */
  public void requireCounter() {
    policy.require(staff(), AccessPurpose.COUNTER);
  }

  /** Who is at the screen, if their roles allow acting for the purpose. */
  public Actor.Staff require(AccessPurpose purpose) {
    Actor.Staff staff = staff();
    policy.require(staff, purpose);
    return staff;
  }

  /** Keeps another purpose for this session, if the roles allow it. */
  public void choose(HttpServletRequest request, String code) {
    AccessPurpose purpose = new AccessPurpose(code);
    policy.require(staff(), purpose);
    request.getSession().setAttribute(PURPOSE, purpose.code());
  }

  /** The language of who asks, signed in or not. */
  public Wording words(HttpServletRequest request) {
    return Languages.of(request);
  }

  /** The frame of a page for a signed-in reader; {@code title} is the key of its title. */
  public PageFrame frame(HttpServletRequest request, String title, String current) {
    Actor.Staff staff = staff();
    Wording words = words(request);
    List<AccessPurpose> open = open(staff);
    String chosen = open.isEmpty() ? "" : of(request).purpose().code();
    List<Choice> purposes =
        open.stream()
            .map(one ->
                new Choice(
                    one.code(), words.term("purpose", one.code()), one.code().equals(chosen)))
            .toList();
    return frame(
        request,
        title,
        current,
        new Signed(staff.displayName(), Menu.of(staff.roles(), current, words), purposes));
  }

  /** The frame of a page that anybody may see. */
  public PageFrame openFrame(HttpServletRequest request, String title) {
    return frame(request, title, "", new Signed(null, List.of(), List.of()));
  }

  /* Who is signed in, where they may go and why they may read. */
  private record Signed(@Nullable String name, List<Choice> menu, List<Choice> purposes) {}

  private PageFrame frame(HttpServletRequest request, String title, String current, Signed signed) {
    Wording words = words(request);
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new PageFrame(
        words,
        Languages.choices(words.language()),
        words.text(title),
        current,
        path(request),
        signed.name(),
        signed.menu(),
        signed.purposes(),
        token == null ? "_csrf" : token.getParameterName(),
        token == null ? "" : token.getToken());
  }

  /* Of a page that could not be shown, the one that was asked for. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  /** Who is signed in; throws {@link AccessDeniedProblem} for programs. */
  public Actor.Staff staff() {
    if (current.require() instanceof Actor.Staff staff) {
      return staff;
    }
    throw new AccessDeniedProblem("the console is for staff; programs use the API");
  }

  private List<AccessPurpose> open(Actor.Staff staff) {
    return PURPOSES.stream().filter(purpose -> allowed(staff, purpose)).toList();
  }

  private boolean allowed(Actor.Staff staff, AccessPurpose purpose) {
    try {
      policy.require(staff, purpose);
      return true;
    } catch (AccessDeniedProblem _) {
      return false;
    }
  }
}
