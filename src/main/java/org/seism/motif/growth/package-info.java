/**
 * Matrices grown from words (METHOD, section 13b): what a motif looks like, fitted to the data and never tested.
 */
package org.seism.motif.growth;
