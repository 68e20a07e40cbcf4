package io.cornerstore.console.view;

/** The sign-in page and what happened before it was shown. */
public record SignInPage(PageFrame frame, boolean failed, boolean locked, boolean signedOut) {}
