package io.cornerstore.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param timeout for one attempt, from the look-up of the name to the last byte of the answer
 * @param firstRetry pause after the first failure; each further one is four times as long, up to
 *     {@code longestRetry}, give or take a quarter
 * @param longestRetry the longest pause
 * @param attempts after so many a message is given up and can be replayed by hand
 * @param disableAfter an endpoint that failed without a break for so long is disabled
 * @param keep for how long messages can be replayed
 * @param unsafePrivateAddresses whether endpoints may be in private and local networks: whoever may
 *     add endpoints can then reach what this server reaches
 * @param unsafePlainHttp whether endpoints may be without TLS
 */
@ConfigurationProperties("cornerstore.webhooks")
public record WebhookSettings(
    @DefaultValue("15s") Duration timeout,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("12h") Duration longestRetry,
    @DefaultValue("12") int attempts,
    @DefaultValue("5d") Duration disableAfter,
    @DefaultValue("30d") Duration keep,
    @DefaultValue("false") boolean unsafePrivateAddresses,
    @DefaultValue("false") boolean unsafePlainHttp) {}
