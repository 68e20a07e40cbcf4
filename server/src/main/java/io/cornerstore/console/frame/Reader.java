package io.cornerstore.console.frame;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.console.view.Wording;

/** Who is at the screen, for which purpose they read right now, and in which language. */
public record Reader(Actor.Staff staff, AccessPurpose purpose, Wording words) {}
