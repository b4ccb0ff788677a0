package dev.bellwether.kit.erasure;

import java.util.List;

/** A service's own words for what it keeps after an erasure, and why that names nobody. */
@FunctionalInterface
public interface Remains {

  /** A sentence each; empty where nothing remains. */
  List<String> sentences();
}
