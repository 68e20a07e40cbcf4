package io.cornerstore.identity.resident;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.kernel.SubjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectHandlesTest {

  @Test
  void setAndRemove_inAnyOrder_agreeWithAMap() {
    Random random = new Random(11);
    SubjectHandles handles = new SubjectHandles();
    Map<Integer, SubjectId> expected = new HashMap<>();
    for (int step = 0; step < 60_000; step++) {
      int handle = random.nextInt(5_000);
      SubjectId present = expected.remove(handle);
      if (present != null) {
        handles.remove(handle);
        assertThat(handles.handleOf(present)).isEqualTo(-1);
      } else {
        SubjectId subject = new SubjectId(new UUID(random.nextInt(50), step));
        handles.set(handle, subject, step % 3 == 0, step % 5 == 0);
        assertThat(handles.isThirdParty(handle)).isEqualTo(step % 3 == 0);
        assertThat(handles.isOrganization(handle)).isEqualTo(step % 5 == 0);
        expected.put(handle, subject);
      }
    }
    expected.forEach((handle, subject) -> {
      assertThat(handles.handleOf(subject)).isEqualTo(handle);
      assertThat(handles.subjectOf(handle)).isEqualTo(subject);
    });
    assertThat(handles.handleOf(new SubjectId(new UUID(-1, -1)))).isEqualTo(-1);
  }
}
