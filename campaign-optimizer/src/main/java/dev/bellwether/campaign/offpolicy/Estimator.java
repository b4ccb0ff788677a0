package dev.bellwether.campaign.offpolicy;

/** Ways to estimate a policy's value from another's log. */
public enum Estimator {
  /** Inverse propensity scores (Horvitz and Thompson 1952): unbiased, scatters most. */
  IPS,
  /** IPS with weights cut at the cap (Ionides 2008): biased towards zero. */
  CLIPPED_IPS,
  /** Self-normalised (Swaminathan and Joachims 2015): consistent, scatters less. */
  SNIPS,
  /** The reward model's word alone: as biased as the model. */
  DIRECT,
  /** Doubly robust (Dudík et al. 2014): unbiased, with a good model scatters least. */
  DR,
  /** DR that leaves weights above the cap to the model (Wang et al. 2017). */
  SWITCH_DR
}
