package io.cornerstore.linkage.scoring;

/**
 * What is assumed about customers before any record was seen, and what training starts from.
 *
 * <p>Round figures from experience with customer files: how often a name is misspelled or short, an
 * address out of date, a phone shared. Training replaces all that the data speak about.
 */
public final class PriorWeights {
  private static final double MATCH_RATE = 0.7e-5;
  private static final double HOME_RATE = 1e-5;
  private static final double NAMES_TOGETHER = 2;

  private PriorWeights() {}

  /** For pairs of persons. */
  public static Weights persons() {
    double[] m = Weights.table();
    double[] u = Weights.table();
    double[] h = Weights.table();
    names(m, u, h);
    set(m, Attribute.ORDER, .985, .015);
    set(u, Attribute.ORDER, 1, 1);
    set(h, Attribute.ORDER, .985, .015);
    set(m, Attribute.SUFFIX, .93, .07);
    set(u, Attribute.SUFFIX, .5, .5);
    set(h, Attribute.SUFFIX, .1, .9);
    set(m, Attribute.BIRTH, .88, .05, .03, .02, .005, .010, .005);
    set(u, Attribute.BIRTH, .00004, .0003, .003, .01, .012, .300, .67466);
    set(h, Attribute.BIRTH, .015, .0005, .01, .012, .02, .440, .5025);
    set(m, Attribute.SEX, .985, .015);
    set(u, Attribute.SEX, .5, .5);
    set(h, Attribute.SEX, .45, .55);
    contacts(m, u, h);
    set(m, Attribute.STRONG, .98, .02);
    set(u, Attribute.STRONG, .00001, .99999);
    set(h, Attribute.STRONG, .03, .97);
    set(m, Attribute.SOURCE, .5, .5);
    set(u, Attribute.SOURCE, .5, .5);
    set(h, Attribute.SOURCE, .5, .5);
    set(m, Attribute.ORGANIZATION, .45, .1, .1, .1, .08, .05, .04, .08);
    set(u, Attribute.ORGANIZATION, .004, .001, .001, .002, .003, .006, .013, .97);
    set(h, Attribute.ORGANIZATION, .04, .01, .01, .01, .01, .01, .01, .9);
    set(m, Attribute.OTHERS, .40, .32, .06, .08, .06, .08);
    set(u, Attribute.OTHERS, .01, .05, .02, .02, .06, .84);
    set(h, Attribute.OTHERS, .02, .08, .02, .03, .10, .75);
    set(m, Attribute.SOLE, 1);
    set(u, Attribute.SOLE, .0001);
    set(h, Attribute.SOLE, .0001);
    return new Weights(m, u, h, MATCH_RATE, HOME_RATE, NAMES_TOGETHER);
  }

  /** For pairs of organisations; two of them in one house are what a home is for persons. */
  public static Weights organizations() {
    Weights persons = persons();
    double[] m = persons.match();
    double[] u = persons.random();
    double[] h = persons.home();
    set(m, Attribute.ORGANIZATION, .42, .15, .13, .11, .09, .05, .04, .01);
    set(u, Attribute.ORGANIZATION, .0003, .0001, .0002, .0005, .0014, .004, .012, .9815);
    set(h, Attribute.ORGANIZATION, .0006, .0003, .001, .003, .006, .01, .02, .9591);
    return new Weights(m, u, h, MATCH_RATE, HOME_RATE, 1);
  }

  private static void names(double[] m, double[] u, double[] h) {
    set(m, Attribute.GIVEN, .72, .06, .08, .03, .04, .02, .05);
    set(u, Attribute.GIVEN, .006, .006, .006, .006, .010, .03, .936);
    set(h, Attribute.GIVEN, .004, .002, .003, .002, .011, .04, .938);
    set(m, Attribute.FAMILY, .80, .002, .08, .03, .005, .02, .063);
    set(u, Attribute.FAMILY, .002, .001, .003, .004, .005, .03, .955);
    set(h, Attribute.FAMILY, .70, .001, .06, .03, .005, .02, .184);
    set(m, Attribute.ADDITIONAL, .50, .03, .05, .03, .30, .02, .07);
    set(u, Attribute.ADDITIONAL, .010, .006, .006, .006, .060, .03, .882);
    set(h, Attribute.ADDITIONAL, .040, .006, .006, .006, .070, .03, .842);
  }

  private static void contacts(double[] m, double[] u, double[] h) {
    set(m, Attribute.EMAIL, .65, .04, .05, .03, .23);
    set(u, Attribute.EMAIL, .00001, .00002, .0002, .001, .99877);
    set(h, Attribute.EMAIL, .25, .01, .01, .02, .71);
    set(m, Attribute.PHONE, .68, .02, .03, .27);
    set(u, Attribute.PHONE, .00001, .00001, .00003, .99995);
    set(h, Attribute.PHONE, .50, .02, .02, .46);
    set(m, Attribute.ADDRESS, .62, .02, .06, .06, .06, .18);
    set(u, Attribute.ADDRESS, .00001, .00001, .0001, .002, .02, .97788);
    set(h, Attribute.ADDRESS, .85, .03, .04, .02, .02, .04);
  }

  private static void set(double[] table, Attribute attribute, double... levels) {
    for (int i = 0; i < levels.length; i++) {
      table[attribute.place(i + 1)] = levels[i];
    }
  }
}
