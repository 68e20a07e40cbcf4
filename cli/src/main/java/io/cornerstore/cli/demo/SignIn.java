package io.cornerstore.cli.demo;

/** The ready sign-in of the demo. */
record SignIn(String name, String password) {

  @Override
  public String toString() {
    return "SignIn[" + name + "]";
  }
}
