package io.cornerstore.access;

/**
 * Where staff may sign in without a password of ours: a bean where an OpenID Connect provider is
 * configured, and none otherwise.
 *
 * @param name what the button calls it
 * @param path begins a sign-in there; with {@code ?again} the provider asks for the password anew
 */
public record SignInProvider(String name, String path) {}
