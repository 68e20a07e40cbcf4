package io.cornerstore.linkage.linking;

import java.util.Arrays;

/** The edges of each record; immutable, for as long as nothing is added to the list. */
public final class EdgeIndex {
  private final EdgeList edges;
  private final int[] handles;
  private final boolean dense;
  private final int[] starts;
  private final int[] ofHandle;

  /**
   * Over judged edges.
   *
   * @param handles the records concerned, ascending; the edges of others are not looked up
   */
  public EdgeIndex(EdgeList edges, int[] handles) {
    this.edges = edges;
    this.handles = handles;
    this.dense = handles.length > 0 && handles[handles.length - 1] == handles.length - 1;
    this.starts = new int[handles.length + 1];
    for (int i = 0; i < edges.size(); i++) {
      count(edges.a(i));
      count(edges.b(i));
    }
    for (int i = 0; i < handles.length; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    this.ofHandle = new int[starts[handles.length]];
    for (int i = 0; i < edges.size(); i++) {
      enter(edges.a(i), i, next);
      enter(edges.b(i), i, next);
    }
  }

  private void count(int handle) {
    int place = place(handle);
    if (place >= 0) {
      starts[place + 1]++;
    }
  }

  private void enter(int handle, int edge, int[] next) {
    int place = place(handle);
    if (place >= 0) {
      ofHandle[next[place]++] = edge;
    }
  }

  /** The edges. */
  public EdgeList edges() {
    return edges;
  }

  /** The records concerned, ascending; not to be changed. */
  public int[] handles() {
    return handles;
  }

  /** The place of a record among those concerned, or -1. */
  public int place(int handle) {
    if (dense) {
      return handle < handles.length ? handle : -1;
    }
    int at = Arrays.binarySearch(handles, handle);
    return at >= 0 ? at : -1;
  }

  /** Where the edges of the record at a place begin; they end where those of the next begin. */
  int start(int place) {
    return starts[place];
  }

  /** The edge at a position from {@link #start} on. */
  int edge(int position) {
    return ofHandle[position];
  }

  /** The edge between two of the records concerned, or -1. */
  public int find(int a, int b) {
    int placeA = place(a);
    int placeB = place(b);
    if (placeA < 0 || placeB < 0) {
      return -1;
    }
    boolean fewer = starts[placeA + 1] - starts[placeA] < starts[placeB + 1] - starts[placeB];
    int place = fewer ? placeA : placeB;
    int other = fewer ? b : a;
    for (int i = starts[place]; i < starts[place + 1]; i++) {
      int edge = ofHandle[i];
      if (edges.a(edge) == other || edges.b(edge) == other) {
        return edge;
      }
    }
    return -1;
  }
}
