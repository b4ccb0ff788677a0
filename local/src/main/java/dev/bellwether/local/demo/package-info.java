/**
 * The demo: plays a simulated scenario through the gateway as any client would, then compares what
 * the suite found with what the simulator knows to be true.
 */
package dev.bellwether.local.demo;
