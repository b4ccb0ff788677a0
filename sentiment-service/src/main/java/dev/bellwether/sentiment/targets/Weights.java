package dev.bellwether.sentiment.targets;

/**
 * How much each kind of evidence weighs. Round values, each with its reason; nothing here is fitted
 * by a machine. {@code docs/targets.md} says what changing one does.
 *
 * @param model of the model's logit for positive less that for negative: 1, it is a logit already
 * @param noise what is taken off each word's share of it: a word that hardly says anything is not
 *     heard, or the many "the" of a long clause would outvote its one adjective
 * @param cue of a phrase of praise or complaint, in logits: about as much as "good" in the model
 * @param rule of a relation (a comparison, a switch, a wish): more than a word, for it is about the
 *     name itself
 * @param carriedOn of a sentence without a name that follows one with a name; within its sentence a
 *     clause counts whole
 * @param led of what is said before the first name: mostly it is about something else
 * @param flipped what a negator leaves of a phrase, turned round (VADER's 0.74)
 * @param detached what is left of words that are not the author's feeling: quoted, asked, reported
 * @param opposed of a name with nothing clear said of it, set against one with a feeling
 * @param threshold least evidence for a label other than neutral
 */
record Weights(
    double model,
    double noise,
    double cue,
    double rule,
    double carriedOn,
    double led,
    double flipped,
    double detached,
    double opposed,
    double threshold) {

  static final Weights CHOSEN = new Weights(1, 0.3, 1, 2, 0.8, 0.1, 0.74, 0.1, 0.8, 0.4);
}
