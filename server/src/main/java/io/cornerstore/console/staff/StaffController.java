package io.cornerstore.console.staff;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Invitations;
import io.cornerstore.access.OneTimeLink;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.StaffPage;
import io.cornerstore.console.view.StaffPage.Link;
import io.cornerstore.console.view.StaffPage.Notice;
import io.cornerstore.console.view.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Accounts of staff, for administrators. Each act needs a recent sign-in. */
@Controller
final class StaffController {

  private final Pages pages;
  private final Readers readers;
  private final AccessPolicy policy;
  private final StaffAccounts accounts;
  private final Invitations invitations;
  private final StaffActs acts;

  StaffController(
      Pages pages,
      Readers readers,
      AccessPolicy policy,
      StaffAccounts accounts,
      Invitations invitations,
      StaffActs acts) {
    this.pages = pages;
    this.readers = readers;
    this.policy = policy;
    this.accounts = accounts;
    this.invitations = invitations;
    this.acts = acts;
  }

  @GetMapping("/staff")
  ResponseEntity<String> list(HttpServletRequest request) {
    return page(request, administrator(), HttpStatus.OK, null, null);
  }

  @PostMapping("/staff/invite")
  ResponseEntity<String> invite(
      HttpServletRequest request,
      @RequestParam("name") String name,
      @RequestParam("display") String display,
      @RequestParam(name = "role", required = false) @Nullable List<String> roles) {
    Actor.Staff by = administrator();
    try {
      OneTimeLink link =
          invitations.invite(by, name, display.isBlank() ? name : display, parsed(roles));
      return shown(request, by, link);
    } catch (IllegalArgumentException _) {
      return refused(request, by, "staff.refused-invitation");
    }
  }

  @PostMapping("/staff/{id}/reset")
  ResponseEntity<String> reset(HttpServletRequest request, @PathVariable("id") UUID id) {
    Actor.Staff by = administrator();
    return shown(request, by, invitations.reset(by, id));
  }

  @PostMapping("/staff/{id}/roles")
  ResponseEntity<String> roles(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "role", required = false) @Nullable List<String> roles) {
    return change(request, by -> accounts.setRoles(by, id, parsed(roles)));
  }

  @PostMapping("/staff/{id}/lock")
  ResponseEntity<String> lock(HttpServletRequest request, @PathVariable("id") UUID id) {
    return change(request, by -> accounts.lock(by, id));
  }

  @PostMapping("/staff/{id}/unlock")
  ResponseEntity<String> unlock(HttpServletRequest request, @PathVariable("id") UUID id) {
    return change(request, by -> accounts.unlock(by, id));
  }

  @PostMapping("/staff/{id}/sign-out")
  ResponseEntity<String> signOut(HttpServletRequest request, @PathVariable("id") UUID id) {
    return change(request, by -> accounts.signOutEverywhere(by, id));
  }

  private ResponseEntity<String> change(HttpServletRequest request, Consumer<Actor.Staff> act) {
    Actor.Staff by = administrator();
    try {
      act.accept(by);
    } catch (IllegalArgumentException _) {
      return refused(request, by, "staff.refused-change");
    }
    return page(request, by, HttpStatus.OK, notice(request, "good", "staff.done"), null);
  }

  private ResponseEntity<String> shown(
      HttpServletRequest request, Actor.Staff by, OneTimeLink link) {
    String name =
        accounts.find(link.staff()).map(StaffAccount::signInName).orElse(link.staff().toString());
    String address =
        ServletUriComponentsBuilder.fromContextPath(request).path(link.path()).toUriString();
    String until = readers.words(request).time(link.expiresAt(), ZoneOffset.UTC);
    return page(request, by, HttpStatus.OK, null, new Link(name, address, until));
  }

  private ResponseEntity<String> refused(HttpServletRequest request, Actor.Staff by, String why) {
    return page(request, by, HttpStatus.CONFLICT, notice(request, "bad", why), null);
  }

  private Notice notice(HttpServletRequest request, String style, String key) {
    return new Notice(style, readers.words(request).text(key));
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      Actor.Staff by,
      HttpStatus status,
      @Nullable Notice notice,
      @Nullable Link link) {
    Wording words = readers.words(request);
    List<StaffAccount> all = accounts.list();
    return pages.show(
        status,
        "staff",
        new StaffPage(
            readers.frame(request, "menu.staff", "staff"),
            notice,
            link,
            all.stream().map(one -> account(one, by, words)).toList(),
            choices(Set.of(), words),
            acts.newest(all, words)));
  }

  private static StaffPage.Account account(StaffAccount one, Actor.Staff by, Wording words) {
    return new StaffPage.Account(
        one.id().toString(),
        one.signInName(),
        one.displayName(),
        one.locked(),
        one.id().equals(by.id()),
        words.day(one.createdAt(), ZoneOffset.UTC),
        choices(one.roles(), words));
  }

  private static List<StaffPage.RoleChoice> choices(Set<Role> held, Wording words) {
    return EnumSet.allOf(Role.class).stream()
        .map(role ->
            new StaffPage.RoleChoice(
                role.name(), words.term("role", StaffActs.code(role)), held.contains(role)))
        .toList();
  }

  /** Throws {@link IllegalArgumentException} for none, and for what is no role. */
  private static Set<Role> parsed(@Nullable Collection<String> codes) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Optional.ofNullable(codes).orElse(List.of()).forEach(code -> roles.add(Role.valueOf(code)));
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an account needs a role");
    }
    return roles;
  }

  private Actor.Staff administrator() {
    Actor.Staff staff = readers.staff();
    policy.requireRole(staff, Role.ADMINISTRATOR);
    return staff;
  }
}
