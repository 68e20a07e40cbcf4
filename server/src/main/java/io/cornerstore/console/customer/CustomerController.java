package io.cornerstore.console.customer;

import io.cornerstore.access.StaffAccounts;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.PageFrame;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.Statement;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customer page. A merged id leads to the customer it became. */
@Controller
final class CustomerController {

  private static final int ENTRIES = 50;
  private static final int LOOKS = 20;
  private static final int MOST_PEOPLE = 12;

  /** What the page is made of. */
  record Faces(
      Profiles profiles,
      Stewardship stewardship,
      Counter counter,
      Shelves shelves,
      CustomerSearch search,
      StaffAccounts accounts) {}

  private final Pages pages;
  private final Readers readers;
  private final Faces faces;
  private final TimeOrderedIds ids;
  private final Clock clock;

  CustomerController(Pages pages, Readers readers, Faces faces, TimeOrderedIds ids, Clock clock) {
    this.pages = pages;
    this.readers = readers;
    this.faces = faces;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is wanted of the timeline, as the form sends it. */
  record Asked(
      @Nullable List<String> channel,
      @Nullable List<String> type,
      @Nullable String from,
      @Nullable String until,
      @Nullable String number,
      @Nullable String cursor) {

    TimelineFilter filter(ZoneId zone) {
      return new TimelineFilter(
          channels(channel), types(type), day(from, zone, 0), day(until, zone, 1), number);
    }
  }

  @GetMapping("/customers/{id}")
  ResponseEntity<String> customer(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "channel", required = false) @Nullable List<String> channels,
      @RequestParam(name = "type", required = false) @Nullable List<String> types) {
    return show(request, id, new Asked(channels, types, null, null, null, null));
  }

  /** Numbers of orders are looked for in the body: they stand in no address. */
  @PostMapping("/customers/{id}/timeline")
  ResponseEntity<String> timeline(
      HttpServletRequest request, @PathVariable("id") UUID id, Asked asked) {
    return show(request, id, asked);
  }

  /** A reload or a bookmark of a filtered timeline: the whole of it. */
  @GetMapping("/customers/{id}/timeline")
  ResponseEntity<Void> timelineAgain(@PathVariable("id") UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/customers/" + id))
        .build();
  }

  private ResponseEntity<String> show(HttpServletRequest request, UUID id, Asked asked) {
    Reader reader = readers.of(request);
    CustomerId wanted = new CustomerId(id);
    CustomerView view =
        faces
            .profiles()
            .view(wanted, reader.staff(), reader.purpose())
            .orElseThrow(NoSuchPage::new);
    if (!view.id().equals(wanted)) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/customers/" + view.id()))
          .build();
    }
    faces.shelves().visited(reader.staff(), view.id());
    TimelineFilter filter = asked.filter(view.behaviour().zone());
    return pages.show(
        "customer", page(request, reader, view, filter, entries(reader, view, filter, asked)));
  }

  private Page<TimelineEntry> entries(
      Reader reader, CustomerView view, TimelineFilter filter, Asked asked) {
    String cursor = asked.cursor == null || asked.cursor.isBlank() ? null : asked.cursor;
    return filter.equals(TimelineFilter.ALL) && cursor == null
        ? view.recent()
        : faces
            .profiles()
            .timeline(view.id(), filter, cursor, ENTRIES, reader.staff(), reader.purpose());
  }

  private CustomerPage page(
      HttpServletRequest request,
      Reader reader,
      CustomerView view,
      TimelineFilter filter,
      Page<TimelineEntry> entries) {
    boolean mayWrite = readers.mayWrite();
    StatedWords stated =
        StatedWords.of(
            faces.counter().statements(view.id(), reader.staff(), reader.purpose()),
            reader.staff(),
            reader.words(),
            new StatedWords.Setting(faces.accounts(), clock, view.behaviour().zone()));
    WhoColumn who = new WhoColumn(view, reader.words(), stated);
    return new CustomerPage(
        readers.frame(request, "title.customer", "customer"),
        who.head(),
        who.fields(),
        who.masked(),
        who.extras(),
        who.sources(),
        new TimelineColumn(view, reader.words(), stated).timeline(filter, entries),
        new BehaviourColumn(reader.words()).of(view.behaviour()),
        household(reader, view),
        faces.stewardship().history(view.id()).stream().map(who::change).toList(),
        faces.profiles().accessLog(view.id(), LOOKS, reader.staff(), reader.purpose()).stream()
            .map(who::access)
            .toList(),
        new CustomerPage.Desk(
            mayWrite,
            faces.shelves().isPinned(reader.staff(), view.id()),
            ids.next().toString(),
            reasons(reader.words())),
        people(reader, view));
  }

  private static List<PageFrame.Choice> reasons(Wording words) {
    return Arrays.stream(Statement.Reason.values())
        .map(one -> new PageFrame.Choice(one.code(), words.term("withdrawn", one.code()), false))
        .toList();
  }

  private List<CustomerPage.Member> household(Reader reader, CustomerView view) {
    CustomerView.Home home = view.household();
    if (home == null) {
      return List.of();
    }
    return members(
        reader,
        home.members().stream()
            .filter(member -> !member.equals(view.id()))
            .limit(MOST_PEOPLE)
            .toList());
  }

  /* Of an organization its people, of a person the organization and its other people. */
  private List<CustomerPage.Member> people(Reader reader, CustomerView view) {
    String organization =
        view.find(PersonalField.ORGANIZATION)
            .filter(field -> !field.value().masked())
            .map(field -> field.value().text())
            .orElse("");
    if (organization.isEmpty()
        && view.kind() == CustomerKind.ORGANIZATION
        && !view.displayName().masked()) {
      organization = view.displayName().text();
    }
    return members(
        reader,
        faces.search().findByOrganization(organization, MOST_PEOPLE + 1).stream()
            .map(CustomerSearch.Hit::customer)
            .filter(one -> !one.equals(view.id()))
            .limit(MOST_PEOPLE)
            .toList());
  }

  private List<CustomerPage.Member> members(Reader reader, List<CustomerId> customers) {
    return faces.profiles().summaries(customers, reader.staff(), reader.purpose()).stream()
        .map(member -> member(member, reader.words()))
        .toList();
  }

  private static CustomerPage.Member member(CustomerSummary summary, Wording words) {
    return new CustomerPage.Member(
        summary.id().toString(), CustomerWords.name(summary.displayName(), words));
  }

  private static @Nullable Instant day(@Nullable String text, ZoneId zone, int daysLater) {
    try {
      return text == null || text.isBlank()
          ? null
          : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
    } catch (DateTimeException _) {
      return null; // as good as no day
    }
  }

  private static Set<Channel> channels(@Nullable List<String> codes) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (codes != null) {
      codes.forEach(code -> Channel.findByCode(code).ifPresent(channels::add));
    }
    return channels;
  }

  private static Set<InteractionType> types(@Nullable List<String> codes) {
    Set<InteractionType> types = EnumSet.noneOf(InteractionType.class);
    if (codes != null) {
      codes.forEach(code -> InteractionType.findByCode(code).ifPresent(types::add));
    }
    return types;
  }
}
