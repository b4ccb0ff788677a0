/**
 * Tells where the next unit of ad money works best: {@code figures} keeps what platforms report,
 * {@code response} fits curves to it, {@code allocation} splits a budget over them, {@code plan}
 * makes that an answer with its reasons, {@code pacing} tells when spend does not follow it.
 */
package dev.bellwether.campaign;
