package io.cornerstore.console;

import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Page;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The customer page. A merged id leads to the customer it became. */
@Controller
final class CustomerController {

  private static final int ENTRIES = 50;
  private static final int LOOKS = 20;

  private final Pages pages;
  private final Readers readers;
  private final Profiles profiles;
  private final Stewardship stewardship;

  CustomerController(Pages pages, Readers readers, Profiles profiles, Stewardship stewardship) {
    this.pages = pages;
    this.readers = readers;
    this.profiles = profiles;
    this.stewardship = stewardship;
  }

  @GetMapping("/customers/{id}")
  ResponseEntity<String> customer(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "channel", required = false) @Nullable List<String> channels,
      @RequestParam(name = "type", required = false) @Nullable List<String> types,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
    Reader reader = readers.of(request);
    CustomerId asked = new CustomerId(id);
    CustomerView view =
        profiles.view(asked, reader.staff(), reader.purpose()).orElseThrow(NoSuchPage::new);
    if (!view.id().equals(asked)) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/customers/" + view.id()))
          .build();
    }
    TimelineFilter filter = new TimelineFilter(channels(channels), types(types), null, null);
    Page<TimelineEntry> entries =
        filter.equals(TimelineFilter.ALL) && cursor == null
            ? view.recent()
            : profiles.timeline(asked, filter, cursor, ENTRIES, reader.staff(), reader.purpose());
    return pages.show("customer", page(request, reader, view, filter, entries));
  }

  private CustomerPage page(
      HttpServletRequest request,
      Reader reader,
      CustomerView view,
      TimelineFilter filter,
      Page<TimelineEntry> entries) {
    WhoColumn who = new WhoColumn(view, reader.words());
    return new CustomerPage(
        readers.frame(request, "title.customer", "customer"),
        who.head(),
        who.fields(),
        who.masked(),
        who.extras(),
        who.sources(),
        new TimelineColumn(view, reader.words()).timeline(filter, entries),
        new BehaviourColumn(reader.words()).of(view.behaviour()),
        household(reader, view),
        stewardship.history(view.id()).stream().map(who::change).toList(),
        profiles.accessLog(view.id(), LOOKS, reader.staff(), reader.purpose()).stream()
            .map(who::access)
            .toList());
  }

  private List<CustomerPage.Member> household(Reader reader, CustomerView view) {
    CustomerView.Home home = view.household();
    if (home == null) {
      return List.of();
    }
    List<CustomerId> others =
        home.members().stream().filter(member -> !member.equals(view.id())).limit(12).toList();
    return profiles.summaries(others, reader.staff(), reader.purpose()).stream()
        .map(member -> member(member, reader.words()))
        .toList();
  }

  private static CustomerPage.Member member(CustomerSummary summary, Wording words) {
    return new CustomerPage.Member(
        summary.id().toString(), CustomerWords.name(summary.displayName(), words));
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
