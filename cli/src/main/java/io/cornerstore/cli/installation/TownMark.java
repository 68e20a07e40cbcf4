package io.cornerstore.cli.installation;

import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A note in the data folder that it holds a made-up town, and which. */
public final class TownMark {

  private final Path folder;
  private final Path size;

  /** In that data folder. */
  public TownMark(Path folder) {
    this.folder = folder;
    this.size = folder.resolve("demo-size");
  }

  /**
   * Refuses a folder with a made-up town in it.
   *
   * @throws UserMistake when it has one
   */
  public void requireNone() {
    if (Files.exists(size)) {
      throw new UserMistake(
          "%s holds the made-up town of the demo. Maybe name a folder of your own: --data FOLDER? To add to the town, name its folder."
              .formatted(folder));
    }
  }

  /**
   * A folder holds one town: asking for another size of it would silently show the old one.
   *
   * @throws UserMistake when it holds another town, or other data
   */
  public void requireSame(int people, long seed) throws IOException {
    String wanted = people + " people, seed " + seed;
    if (!Files.exists(size)) {
      if (Files.exists(folder.resolve("main"))) {
        throw new UserMistake(
            folder + " already holds other data. Maybe choose another folder: --data FOLDER");
      }
      Files.createDirectories(folder);
      Files.writeString(size, wanted);
      return;
    }
    String there = Files.readString(size);
    if (!there.equals(wanted)) {
      throw new UserMistake(
          "%s holds a town of %s, not of %s. Maybe start it with those numbers, choose another folder (--data FOLDER), or delete this one?"
              .formatted(folder, there, wanted));
    }
  }
}
