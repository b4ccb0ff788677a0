/** How the running of Streams is watched and kept up: health, metrics, threads that die. */
package dev.bellwether.trend.operations;
