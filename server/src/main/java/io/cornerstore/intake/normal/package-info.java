/** Brings values into one form: phones, e-mails, dates, countries, money, names. */
@NullMarked
package io.cornerstore.intake.normal;

import org.jspecify.annotations.NullMarked;
