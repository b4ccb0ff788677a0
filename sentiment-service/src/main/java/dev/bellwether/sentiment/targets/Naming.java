package dev.bellwether.sentiment.targets;

/**
 * A place where a text names targets.
 *
 * @param first its first piece
 * @param end the piece after its last
 * @param targets numbers of the targets in their index; more than one where an alias is shared
 */
record Naming(int first, int end, int[] targets) {}
