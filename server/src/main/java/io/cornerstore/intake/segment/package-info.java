/**
 * Reads calls of Segment's HTTP API: envelopes, kinds of events, traits, commerce properties and
 * times become incoming events. Knows nothing of HTTP.
 */
@NullMarked
package io.cornerstore.intake.segment;

import org.jspecify.annotations.NullMarked;
