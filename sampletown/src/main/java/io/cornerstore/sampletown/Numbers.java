package io.cornerstore.sampletown;

/**
 * Telephone numbers: ten digits of the North American plan whose exchange is always 555. Distinct
 * as long as the area codes last (2.4 million numbers); a larger town gives numbers out again, as
 * carriers do.
 */
final class Numbers {

  /** The area codes around the town first. */
  private static final String AREAS =
      "614 740 380 216 220 234 330 419 440 513 567 937 219 260 317 463 574 765 812 930 231 248 269"
          + " 313 517 586 616 734 810 906 947 989 215 223 267 272 412 445 484 570 582 610 717 724"
          + " 814 878 304 681 270 364 502 606 859 201 202 203 205 206 207 208 209 210 212 213 214"
          + " 217 218 224 225 228 229 239 240 251 252 253 254 256 262 276 281 301 302 303 305 307"
          + " 308 309 310 312 314 315 316 318 319 320 321 323 325 331 334 336 337 339 346 347 351"
          + " 352 360 361 385 386 401 402 404 405 406 407 408 409 410 413 414 415 417 423 424 425"
          + " 430 432 434 435 442 443 458 469 470 475 478 479 480 501 503 504 505 507 508 509 510"
          + " 512 515 516 518 520 530 531 534 539 540 541 551 559 561 562 563 571 573 575 580 585"
          + " 601 602 603 605 607 608 609 612 615 617 618 619 620 623 626 630 631 636 641 646 650"
          + " 651 657 660 661 662 667 678 682 701 702 703 704 706 707 708 712 713 714 715 716 718"
          + " 719 720 727 731 732 737 747 754 757 760 762 763 769 770 772 773 774 775 779 781 785"
          + " 786 801 802 803 804 805 806 808 813 815 816 817 818 828 830 831 832 843 845 847 848"
          + " 850 854 856 857 858 860 862 863 864 865 870 872 901 903 904 907 908 909 910 912 913"
          + " 914 915 916 917 918 919 920 925 928 929 931 936 940 941 949 951 952 954 956 959 970"
          + " 971 972 973 978 979 980 984 985";

  private static final String[] CODES = AREAS.split(" ");

  /** Lines of one area code: 0000 to 9999 without 1212, which belongs to directory assistance. */
  private static final int LINES = 9_999;

  private final int people;
  private final Shuffle shuffle;

  Numbers(long seed, int people, int businesses) {
    this.people = people;
    long wanted = 3L * people + businesses;
    long codes = Math.min(CODES.length, wanted / LINES + 4);
    this.shuffle = new Shuffle(seed ^ 0x50484F4EL, codes * LINES);
  }

  static boolean isArea(String code) {
    return AREAS.contains(code);
  }

  /** The mobile number of a person; generation 1 is the one before the present one. */
  String mobile(int person, int generation) {
    return slot(generation == 0 ? person : 2L * people + person);
  }

  String landline(int household) {
    return slot((long) people + household);
  }

  String switchboard(int business) {
    return slot(3L * people + business);
  }

  private String slot(long slot) {
    long at = shuffle.of(slot);
    int line = (int) (at % LINES);
    int lineNumber = line < 1212 ? line : line + 1;
    return CODES[(int) (at / LINES)] + "555" + (10_000 + lineNumber + "").substring(1);
  }
}
