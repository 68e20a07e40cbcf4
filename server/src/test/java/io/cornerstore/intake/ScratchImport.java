package io.cornerstore.intake;

import java.nio.file.Path;
import java.util.Arrays;

final class ScratchImport {
  public static void main(String[] args) {
    try (IntakeServer server = IntakeServer.start()) {
      Path mapping = args[0].equals("-") ? null : Path.of(args[0]);
      for (int n = 0; n < 3; n++) {
        var paths = Arrays.stream(args).skip(1).map(Path::of).toList();
        var report =
            server
                .bean(FeedImport.class)
                .run(new ImportRequest(paths, null, mapping, n == 0), _ -> {});
        System.out.println(report.text());
      }
      System.out.println(server.bean(Quarantine.class).countsByReason());
      System.out.println(server.bean(Quarantine.class).newest(5));
      for (String t :
          new String[] {
            "source_record_p0", "receipt", "lookup", "feed_item", "quarantine", "screening_review"
          }) {
        System.out.println(t + " " + server.count("intake." + t));
      }
    }
  }
}
