/**
 * Child processes: started, watched, started again when they die, stopped in order. Knows nothing
 * of Bellwether's services.
 */
package dev.bellwether.local.supervision;
