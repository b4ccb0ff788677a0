/**
 * Training on one's own labelled posts. The trainer itself belongs to sentiment-service and runs in
 * a process of its own; here it gets its rows, the suite's corrections among them.
 */
package dev.bellwether.local.training;
