package io.cornerstore.intake.segment;

import io.cornerstore.intake.IncomingEvent.Subject;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.SourceSystem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whom an event is about: the known user, else the anonymous device, else nobody but itself. */
final class Subjects {

  /** What stands before an anonymous id in the key of its subject. */
  static final String ANONYMOUS = "anon:";

  private Subjects() {}

  /** Whether the event names anybody, be it by a word that means nobody. */
  static boolean named(ObjectNode event) {
    return WireText.id(event.get("userId")) != null
        || WireText.id(event.get("anonymousId")) != null;
  }

  static Subject of(ObjectNode event, SourceSystem source) {
    String user = usable(event, "userId");
    if (user != null) {
      return new Subject(source, user, SubjectKind.PERSON);
    }
    String anonymous = usable(event, "anonymousId");
    return new Subject(
        source, anonymous == null ? null : ANONYMOUS + anonymous, SubjectKind.ANONYMOUS);
  }

  /** Whether an id is too long to be one. */
  static boolean tooLong(ObjectNode event) {
    return tooLong(WireText.id(event.get("userId")))
        || tooLong(WireText.id(event.get("anonymousId")));
  }

  private static boolean tooLong(@Nullable String id) {
    return id != null && id.length() > WireText.LONGEST_ID;
  }

  private static @Nullable String usable(ObjectNode event, String name) {
    String id = WireText.id(event.get(name));
    return id == null || WireText.meansNobody(id) ? null : id;
  }
}
