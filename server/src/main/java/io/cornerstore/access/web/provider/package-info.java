/**
 * Sign-in of staff by an OpenID Connect provider (OpenID Connect Core 1.0, code flow with PKCE),
 * where one is configured. The protocol is Spring Security's; here is who may come in. Internal to
 * access.
 */
@NullMarked
package io.cornerstore.access.web.provider;

import org.jspecify.annotations.NullMarked;
