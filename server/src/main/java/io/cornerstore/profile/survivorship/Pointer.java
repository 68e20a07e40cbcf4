package io.cornerstore.profile.survivorship;

import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.WinningRule;

/**
 * Where the golden value of a field is: the first value of that field in that record that is not
 * doubtful.
 *
 * @param rule by what the record beat the next best one that has the field
 */
public record Pointer(PersonalField field, SourceRecordId record, WinningRule rule) {}
