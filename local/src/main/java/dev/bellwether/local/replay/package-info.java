/**
 * Looks into the dead letters and sends records again. What has been replayed is noted on the dead
 * letters' topic itself, in the transaction that sends the record, so that nothing else has to be
 * kept and no record is replayed twice.
 */
package dev.bellwether.local.replay;
