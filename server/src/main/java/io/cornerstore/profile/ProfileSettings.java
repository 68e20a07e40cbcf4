package io.cornerstore.profile;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the profile.
 *
 * @param zone IANA zone in which hours and months of customers are counted of whom neither address
 *     nor store is known
 */
@ConfigurationProperties("cornerstore.profile")
record ProfileSettings(@DefaultValue("UTC") ZoneId zone) {}
