package io.cornerstore.identity.resolution;

import io.cornerstore.identity.IdentitySettings;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.assignment.Timestamps;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.TrainingOptions;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a model is trained, and where it is kept. A model serves until there are several times the
 * subjects it was trained on, or until a newer version of the program cannot read it any more:
 * training rarely keeps ids and explanations steady. Decisions of people do not depend on the
 * model; the next model learns from them.
 */
final class Models {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final IdentitySettings settings;
  private final ResidentSubjects resident;

  Models(JdbcClient jdbc, Clock clock, IdentitySettings settings, ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.resident = resident;
  }

  boolean isDue(HeadRow head) {
    return resident.size() >= settings.trainFrom()
        && (resident.isOutdated() || resident.size() >= head.trainedOn() * settings.trainGrowth());
  }

  /** Trains a model on the subjects held and what people decided; puts it to use in memory. */
  LinkageModel train(Constraints decisions) {
    LinkageModel model = resident.index().train(TrainingOptions.defaults().learningFrom(decisions));
    resident.index().use(model);
    return model;
  }

  /** Keeps the model now in use; in the transaction of its first result. */
  HeadRow keep(LinkageModel model, HeadRow head) {
    long number =
        jdbc.sql(
                """
                insert into identity.model (version, body, trained_on, at)
                values (:version, :body, :trainedOn, :at) returning number
                """)
            .param("version", model.version())
            .param("body", model.toText())
            .param("trainedOn", resident.size())
            .param("at", Timestamps.parameter(clock.instant()))
            .query(Long.class)
            .single();
    return head.using(number, resident.size());
  }
}
