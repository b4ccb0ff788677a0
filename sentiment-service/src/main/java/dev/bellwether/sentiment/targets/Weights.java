package dev.bellwether.sentiment.targets;

/**
 * How much each kind of evidence weighs.
 *
 * @param model the model's logits in the clause
 * @param noise what of a word's logits is not counted
 * @param cue a phrase of praise or complaint
 * @param rule a comparison, a switch, a wish
 * @param carried a clause without a name after one with a name, in the same sentence
 * @param carriedOn the same in the next sentence
 * @param led a clause without a name before the first name, in the same sentence
 * @param ledFar the same in a sentence before
 * @param flipped what a negator leaves of a phrase, turned round
 * @param asked what a question or a report of news leaves
 * @param quoted what another's words leave
 * @param opposed how far a name of which nothing is said is taken for the opposite of the one it is set against
 * @param reach how many sentences apart two names may be that are set against each other
 * @param threshold least evidence for a label other than neutral
 */
record Weights(
    double model,
    double noise,
    double cue,
    double rule,
    double carried,
    double carriedOn,
    double led,
    double ledFar,
    double flipped,
    double asked,
    double quoted,
    double opposed,
    int reach,
    double threshold) {

  static final Weights DEFAULT = new Weights(1, 0.3, 1, 2, 1, 0.8, 0.1, 0.1, 0.7, 0.1, 0.3, 0.8, 0, 0.4);
}
